package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	"helm.sh/helm/v4/pkg/chart/loader/archive"
	helm "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
)

// Chart is a chart with everything that does not depend on values done once.
type Chart struct {
	helm      *helm.Chart
	files     []*archive.BufferedFile
	templates *Templates
	schema    *jsonschema.Schema
	// declares: its Chart.yaml lists subcharts, which values may switch off.
	declares bool
}

// Request is one `helm template`.
type Request struct {
	Name        string         `json:"name"`
	Namespace   string         `json:"namespace"`
	IsUpgrade   bool           `json:"isUpgrade"`
	KubeVersion string         `json:"kubeVersion"`
	Values      map[string]any `json:"values"`
}

func loadChart(files []*archive.BufferedFile) (*Chart, error) {
	loaded, err := loader.LoadFiles(copyOf(files))
	if err != nil {
		return nil, err
	}
	if err := refuse(loaded); err != nil {
		return nil, err
	}
	declares := len(loaded.Metadata.Dependencies) > 0
	return &Chart{helm: loaded, files: files, schema: compileSchema(loaded), declares: declares}, nil
}

// refuse says of a chart what `helm template` says before it renders: a library is not installable, a dependency that is declared must be there.
func refuse(chart *helm.Chart) error {
	if kind := chart.Metadata.Type; kind != "" && kind != "application" {
		return fmt.Errorf("%s charts are not installable", kind)
	}
	present := map[string]bool{}
	for _, dependency := range chart.Dependencies() {
		present[dependency.Name()] = true
	}
	var missing []string
	for _, declared := range chart.Metadata.Dependencies {
		if !present[declared.Name] {
			missing = append(missing, declared.Name)
		}
	}
	if len(missing) > 0 {
		return errors.New("found in Chart.yaml, but missing in charts/ directory: " + strings.Join(missing, ", "))
	}
	return nil
}

// render does what `helm template` does between reading its flags and sorting the objects, in the same order.
func (chart *Chart) render(message []byte) (map[string]string, error) {
	var request Request
	if err := json.Unmarshal(message, &request); err != nil {
		return nil, err
	}
	if chart.declares {
		if err := chart.settleDependencies(request.Values); err != nil {
			return nil, err
		}
	}
	capabilities, err := capabilitiesOf(request.KubeVersion)
	if err != nil {
		return nil, err
	}
	values, err := chart.valuesFor(request, capabilities)
	if err != nil {
		return nil, err
	}
	if wanted := chart.helm.Metadata.KubeVersion; wanted != "" && !chartutil.IsCompatibleRange(wanted, capabilities.KubeVersion.String()) {
		return nil, fmt.Errorf("chart requires kubeVersion: %s which is incompatible with Kubernetes %s", wanted, capabilities.KubeVersion.Version)
	}
	if chart.templates == nil {
		if chart.templates, err = parseTemplates(chart.helm, values); err != nil {
			return nil, err
		}
	}
	rendered, err := chart.templates.execute(chart.helm, values)
	if err != nil {
		return nil, err
	}
	return withoutNotes(rendered), nil
}

// settleDependencies drops the subcharts that conditions and tags switch off. Helm does that by changing the chart, and which ones it drops
// depends on the values: such a chart is read anew each time.
func (chart *Chart) settleDependencies(values map[string]any) error {
	fresh, err := loader.LoadFiles(copyOf(chart.files))
	if err != nil {
		return err
	}
	chart.helm, chart.templates = fresh, nil
	if err := chartutil.ProcessDependencies(fresh, values); err != nil {
		return fmt.Errorf("chart dependencies processing failed: %w", err)
	}
	return nil
}

func capabilitiesOf(kubeVersion string) (*common.Capabilities, error) {
	version, err := common.ParseKubeVersion(kubeVersion)
	if err != nil {
		return nil, fmt.Errorf("invalid kube version '%s': %w", kubeVersion, err)
	}
	capabilities := common.DefaultCapabilities.Copy()
	capabilities.KubeVersion = *version
	return capabilities, nil
}

func (chart *Chart) valuesFor(request Request, capabilities *common.Capabilities) (common.Values, error) {
	options := common.ReleaseOptions{
		Name: request.Name, Namespace: request.Namespace, Revision: 1, IsInstall: !request.IsUpgrade, IsUpgrade: request.IsUpgrade,
	}
	values, err := util.ToRenderValuesWithSchemaValidation(chart.helm, request.Values, options, capabilities, true)
	if err != nil {
		return nil, err
	}
	return values, chart.checkSchema(values)
}

// withoutNotes drops what is no object: the text for the person who installs, and templates that printed nothing.
func withoutNotes(rendered map[string]string) map[string]string {
	for name, text := range rendered {
		if strings.HasSuffix(name, "NOTES.txt") || strings.TrimSpace(text) == "" {
			delete(rendered, name)
		}
	}
	return rendered
}
