package main

import (
	"errors"
	"maps"
	"slices"
	"text/template"
	"time"
)

// random are the functions that would need randomness. In the sandbox their results could be predicted, which for a password or a key is
// worse than having none, and with real randomness no preview would equal the next.
var random = []string{
	"bcrypt", "encryptAES", "genCA", "genCAWithKey", "genPrivateKey", "genSelfSignedCert", "genSelfSignedCertWithKey", "genSignedCert",
	"genSignedCertWithKey", "htpasswd", "randAlpha", "randAlphaNum", "randAscii", "randBytes", "randInt", "randNumeric", "shuffle", "uuidv4",
}

// ourFunctions replace some of Helm's, by the means Helm has for that. Each gives what Helm's might give, or refuses.
func ourFunctions() template.FuncMap {
	functions := template.FuncMap{
		"fromYaml": fromYAML,
		"toYaml":   toYAML,
		"keys":     sortedKeys,
		"now":      beginning,
		"values":   sortedValues,
	}
	for _, name := range random {
		functions[name] = func(...any) (string, error) {
			return "", errors.New("there is no randomness here: give the value in the chart's values")
		}
	}
	return functions
}

// beginning is `now`: the same moment in every render.
func beginning() time.Time { return time.Unix(0, 0).UTC() }

// sortedKeys is `keys`, whose order in Helm is random.
func sortedKeys(tables ...map[string]any) []string {
	var all []string
	for _, table := range tables {
		all = append(all, slices.Sorted(maps.Keys(table))...)
	}
	return all
}

// sortedValues is `values`, whose order in Helm is random.
func sortedValues(table map[string]any) []any {
	all := []any{}
	for _, key := range sortedKeys(table) {
		all = append(all, table[key])
	}
	return all
}
