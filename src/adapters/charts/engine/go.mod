module isthmus.dev/engine

go 1.26

require helm.sh/helm/v4 v4.3.1

replace (
	k8s.io/apiextensions-apiserver => ./stubs/apiextensions-apiserver
	k8s.io/client-go => ./stubs/client-go
)
