package main

import (
	"context"
	"fmt"
	"path"
	"strings"
	"text/template"
	_ "unsafe" // for go:linkname

	"helm.sh/helm/v4/pkg/chart"
	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/engine"
)

// Helm's engine parses a chart each time it renders it. The pieces it is made of do not: they are reached by their linker names, and put
// together here so that the templates are parsed once. The version of Helm is pinned in go.mod; the oracle test compares the result with Helm's.

// renderable has the fields of the type of that name in Helm's engine.
type renderable struct {
	tpl      string
	vals     common.Values
	basePath string
}

//go:linkname allTemplates helm.sh/helm/v4/pkg/engine.allTemplates
func allTemplates(chart chart.Charter, values common.Values) map[string]renderable

//go:linkname sortTemplates helm.sh/helm/v4/pkg/engine.sortTemplates
func sortTemplates(templates map[string]renderable) []string

//go:linkname initFunMap helm.sh/helm/v4/pkg/engine.Engine.initFunMap
func initFunMap(engine engine.Engine, ctx context.Context, root *template.Template)

//go:linkname cleanupParseError helm.sh/helm/v4/pkg/engine.cleanupParseError
func cleanupParseError(file string, err error) error

//go:linkname reformatExecErrorMsg helm.sh/helm/v4/pkg/engine.reformatExecErrorMsg
func reformatExecErrorMsg(file string, err error) error

// Templates are the parsed templates of a chart and its subcharts.
type Templates struct {
	root  *template.Template
	names []string
}

func parseTemplates(chart chart.Charter, values common.Values) (*Templates, error) {
	root := template.New("gotpl").Option("missingkey=zero")
	initFunMap(engine.Engine{CustomTemplateFuncs: ourFunctions()}, context.Background(), root)
	all := allTemplates(chart, values)
	names := sortTemplates(all)
	for _, name := range names {
		if _, err := root.New(name).Parse(all[name].tpl); err != nil {
			return nil, cleanupParseError(name, err)
		}
	}
	return &Templates{root: root, names: names}, nil
}

// execute runs every template that is not a partial. A panic in one of them is the chart's error.
func (templates *Templates) execute(chart chart.Charter, values common.Values) (rendered map[string]string, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("rendering template failed: %v", cause)
		}
	}()
	all := allTemplates(chart, values)
	rendered = make(map[string]string, len(templates.names))
	for _, name := range templates.names {
		if strings.HasPrefix(path.Base(name), "_") {
			continue
		}
		scope := all[name].vals
		scope["Template"] = common.Values{"Name": name, "BasePath": all[name].basePath}
		var text strings.Builder
		if err := templates.root.ExecuteTemplate(&text, name, scope); err != nil {
			return nil, reformatExecErrorMsg(name, err)
		}
		// Go prints a missing value so in spite of missingkey=zero; Helm takes it out again.
		rendered[name] = strings.ReplaceAll(text.String(), "<no value>", "")
	}
	return rendered, nil
}
