package locked

func init() { work = 10 } // a passphrase that is tried quickly
