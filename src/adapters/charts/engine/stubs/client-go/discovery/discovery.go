// Package discovery stands in for the client that `lookup` would ask which resources a cluster has.
package discovery

import (
	"errors"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/rest"
)

// DiscoveryClient has no cluster to ask.
type DiscoveryClient struct{}

// NewDiscoveryClientForConfig always fails: the sandbox has no network.
func NewDiscoveryClientForConfig(*rest.Config) (*DiscoveryClient, error) {
	return nil, errors.New("no cluster can be reached from here")
}

// ServerResourcesForGroupVersion is only here for the compiler.
func (*DiscoveryClient) ServerResourcesForGroupVersion(string) (*metav1.APIResourceList, error) {
	return nil, errors.New("no cluster can be reached from here")
}
