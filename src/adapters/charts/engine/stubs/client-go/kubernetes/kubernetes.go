// Package kubernetes exists because Helm imports it for its version alone.
package kubernetes
