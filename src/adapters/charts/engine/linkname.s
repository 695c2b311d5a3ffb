// The Go compiler allows functions without a body (templates.go) only in a package that holds an assembly file.
