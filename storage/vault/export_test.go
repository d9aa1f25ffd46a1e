package vault

// Forget has the program know no key any more, as one that has just begun.
func Forget() { known.Clear() }

// Slot is how long each of the two heads is.
const Slot = slot
