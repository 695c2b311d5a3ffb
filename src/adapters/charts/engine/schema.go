package main

import (
	"bytes"
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	helm "helm.sh/helm/v4/pkg/chart/v2"
)

// compileSchema compiles a chart's values.schema.json with the library Helm uses. Helm does it anew for each release, which would be two
// thirds of the time of a gateway. Anything unusual (subcharts, a schema that refers to others or is broken) is left to Helm: nil.
func compileSchema(chart *helm.Chart) *jsonschema.Schema {
	if chart.Schema == nil || len(chart.Dependencies()) > 0 {
		return nil
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(chart.Schema))
	if err != nil {
		return nil
	}
	compiler := jsonschema.NewCompiler()
	compiler.UseLoader(jsonschema.SchemeURLLoader{})
	if err := compiler.AddResource("file:///values.schema.json", document); err != nil {
		return nil
	}
	schema, err := compiler.Compile("file:///values.schema.json")
	if err != nil {
		return nil
	}
	return schema
}

// checkSchema gives Helm's verdict and, when it is a refusal, Helm's words.
func (chart *Chart) checkSchema(rendering common.Values) error {
	values, err := rendering.Table("Values")
	if err != nil {
		return err
	}
	if chart.schema != nil && chart.schema.Validate(values.AsMap()) == nil {
		return nil
	}
	if err := util.ValidateAgainstSchema(chart.helm, values); err != nil {
		return fmt.Errorf("values don't meet the specifications of the schema(s) in the following chart(s):\n%w", err)
	}
	return nil
}
