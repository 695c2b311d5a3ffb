// Package scheme lists the API versions that `.Capabilities.APIVersions` holds when Helm has no cluster. Helm takes them from the real
// scheme of k8s.io/client-go, whose Go types would make up two thirds of the engine; the names are all that is used.
package scheme

import "k8s.io/apimachinery/pkg/runtime/schema"

// Versions are group versions in the order a chart sees them.
type Versions struct{ names []string }

// Scheme holds what k8s.io/client-go v0.37.1 registers, sorted. Helm's own order is that of a Go map: random.
var Scheme = &Versions{names: []string{
	"admissionregistration.k8s.io/v1",
	"admissionregistration.k8s.io/v1alpha1",
	"admissionregistration.k8s.io/v1beta1",
	"apps/v1",
	"apps/v1beta1",
	"apps/v1beta2",
	"authentication.k8s.io/v1",
	"authentication.k8s.io/v1alpha1",
	"authentication.k8s.io/v1beta1",
	"authorization.k8s.io/v1",
	"authorization.k8s.io/v1beta1",
	"autoscaling/v1",
	"autoscaling/v2",
	"batch/v1",
	"batch/v1beta1",
	"certificates.k8s.io/v1",
	"certificates.k8s.io/v1alpha1",
	"certificates.k8s.io/v1beta1",
	"coordination.k8s.io/v1",
	"coordination.k8s.io/v1alpha2",
	"coordination.k8s.io/v1beta1",
	"discovery.k8s.io/v1",
	"discovery.k8s.io/v1beta1",
	"events.k8s.io/v1",
	"events.k8s.io/v1beta1",
	"extensions/v1beta1",
	"flowcontrol.apiserver.k8s.io/v1",
	"flowcontrol.apiserver.k8s.io/v1beta1",
	"flowcontrol.apiserver.k8s.io/v1beta2",
	"flowcontrol.apiserver.k8s.io/v1beta3",
	"internal.apiserver.k8s.io/v1alpha1",
	"lifecycle.k8s.io/v1alpha1",
	"networking.k8s.io/v1",
	"networking.k8s.io/v1beta1",
	"node.k8s.io/v1",
	"node.k8s.io/v1alpha1",
	"node.k8s.io/v1beta1",
	"policy/v1",
	"policy/v1beta1",
	"rbac.authorization.k8s.io/v1",
	"rbac.authorization.k8s.io/v1alpha1",
	"rbac.authorization.k8s.io/v1beta1",
	"resource.k8s.io/v1",
	"resource.k8s.io/v1alpha3",
	"resource.k8s.io/v1beta1",
	"resource.k8s.io/v1beta2",
	"scheduling.k8s.io/v1",
	"scheduling.k8s.io/v1alpha3",
	"scheduling.k8s.io/v1beta1",
	"storage.k8s.io/v1",
	"storage.k8s.io/v1alpha1",
	"storage.k8s.io/v1beta1",
	"storagemigration.k8s.io/v1",
	"storagemigration.k8s.io/v1beta1",
	"v1",
}}

// Add registers one more group version, as the AddToScheme functions do.
func (versions *Versions) Add(name string) { versions.names = append(versions.names, name) }

// PrioritizedVersionsAllGroups is what Helm asks the scheme for.
func (versions *Versions) PrioritizedVersionsAllGroups() []schema.GroupVersion {
	all := make([]schema.GroupVersion, 0, len(versions.names))
	for _, name := range versions.names {
		if version, err := schema.ParseGroupVersion(name); err == nil {
			all = append(all, version)
		}
	}
	return all
}
