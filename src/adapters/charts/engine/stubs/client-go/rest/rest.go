// Package rest names the type that Helm's engine would be given to reach a cluster. It never is.
package rest

// Config says how to reach a cluster; here nothing can be reached.
type Config struct{}
