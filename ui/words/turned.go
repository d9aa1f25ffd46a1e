package words

// Turned says that a file was encrypted, or is in clear again. left are files beside it
// that could not be encrypted.
func Turned(encrypted bool, left []string) string {
	if !encrypted {
		return T("文件已解除加密。加密期间做的备份仍是加密的，用当时的文件口令打开。")
	}
	text := T("文件、旁边的扫描件和备份都已加密；原来没有加密的已经删除。")
	if len(left) > 0 {
		text = Sentences(text, T("这些没有加密成，里面的内容还能读到，请查看后删除：{{.Files}}", map[string]string{"Files": List(left)}))
	}
	return text
}
