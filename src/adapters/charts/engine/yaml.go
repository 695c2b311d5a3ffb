package main

import (
	"encoding/json"
	"strings"

	"sigs.k8s.io/yaml"
)

// The base chart reads the same 15 CRDs from YAML and writes them to YAML again in every render, each of them read twice: that is nearly all
// of its time. Both functions are pure, so large texts are remembered: what comes out is what Helm's own functions gave the first time.

const (
	worthwhile = 1 << 10  // shorter texts are not worth remembering
	enough     = 24 << 20 // bytes remembered before it starts afresh
)

// memory holds results by the text they were made from.
type memory[T any] struct {
	results map[string]T
	size    int
}

func (memory *memory[T]) remember(text string, size int, result T) {
	if len(text) < worthwhile {
		return
	}
	if memory.results == nil || memory.size+size > enough {
		memory.results, memory.size = map[string]T{}, 0
	}
	memory.results[text] = result
	memory.size += size
}

var (
	parsed  memory[map[string]any]
	written memory[string]
)

// fromYAML is Helm's fromYaml: an error is a key of the result.
func fromYAML(text string) map[string]any {
	if known, ok := parsed.results[text]; ok {
		return copyTable(known)
	}
	table := map[string]any{}
	if err := yaml.Unmarshal([]byte(text), &table); err != nil {
		table["Error"] = err.Error()
		return table
	}
	// Five times: Go's tables are larger than their text.
	parsed.remember(text, 5*len(text), copyTable(table))
	return table
}

// toYAML is Helm's toYaml: an error gives no text. It goes by JSON, as sigs.k8s.io/yaml does.
func toYAML(value any) string {
	inJSON, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	if known, ok := written.results[string(inJSON)]; ok {
		return known
	}
	inYAML, err := yaml.JSONToYAML(inJSON)
	if err != nil {
		return ""
	}
	text := strings.TrimSuffix(string(inYAML), "\n")
	written.remember(string(inJSON), len(inJSON)+len(text), text)
	return text
}

// copyTable copies a table of JSON values to its depth: a template may change what it is given.
func copyTable(table map[string]any) map[string]any {
	if table == nil {
		return nil
	}
	fresh := make(map[string]any, len(table))
	for key, value := range table {
		fresh[key] = copyValue(value)
	}
	return fresh
}

func copyValue(value any) any {
	switch value := value.(type) {
	case map[string]any:
		return copyTable(value)
	case []any:
		fresh := make([]any, len(value))
		for index, item := range value {
			fresh[index] = copyValue(item)
		}
		return fresh
	default:
		return value
	}
}
