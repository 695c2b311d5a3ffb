// Package v1 registers the name of one group version; Helm wants no more of it.
package v1

import "k8s.io/client-go/kubernetes/scheme"

// AddToScheme adds apiextensions.k8s.io/v1.
func AddToScheme(versions *scheme.Versions) error {
	versions.Add("apiextensions.k8s.io/v1")
	return nil
}
