// Cert-manager's controllers as far as an issuer of kind CA needs them: issuers, certificates and certificate requests. The program that cert-manager ships is a Go
// module of its own, which is not published apart from its repository; what it starts are these controllers, by this registry. ACME, Vault, Venafi, ingresses,
// webhook and cainjector are left out, and the build stays small.
package main

import (
	"context"
	"flag"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"k8s.io/klog/v2"

	_ "github.com/cert-manager/cert-manager/pkg/controller/certificaterequests/approver"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificaterequests/ca"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/issuing"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/keymanager"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/readiness"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/requestmanager"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/revisionmanager"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/trigger"
	_ "github.com/cert-manager/cert-manager/pkg/controller/clusterissuers"
	_ "github.com/cert-manager/cert-manager/pkg/controller/issuers"
	_ "github.com/cert-manager/cert-manager/pkg/issuer/ca"

	"github.com/cert-manager/cert-manager/pkg/controller"
)

func main() {
	namespace := flag.String("cluster-resource-namespace", "cert-manager", "where a ClusterIssuer finds its Secrets")
	flag.Parse()
	ctx, stop := signal.NotifyContext(klog.NewContext(context.Background(), klog.Background()), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	if err := run(ctx, *namespace); err != nil {
		klog.ErrorS(err, "cannot start")
		os.Exit(1)
	}
}

// run starts every controller that is linked in, and returns when they have ended.
func run(ctx context.Context, namespace string) error {
	factory, err := controller.NewContextFactory(ctx, controller.ContextOptions{
		KubernetesAPIQPS:   50,
		KubernetesAPIBurst: 100,
		IssuerOptions:      controller.IssuerOptions{ClusterResourceNamespace: namespace},
		CertificateOptions: controller.CertificateOptions{
			CertificateRequestMinimumBackoffDuration: time.Hour,
			CertificateRequestMaximumBackoffDuration: 32 * time.Hour,
		},
	})
	if err != nil {
		return err
	}
	shared, err := factory.Build()
	if err != nil {
		return err
	}
	started := []controller.Interface{}
	for _, construct := range controller.Known() {
		one, err := construct(factory)
		if err != nil {
			return err
		}
		started = append(started, one)
	}
	shared.SharedInformerFactory.Start(ctx.Done())
	shared.KubeSharedInformerFactory.Start(ctx.Done())
	var running sync.WaitGroup
	for _, one := range started {
		running.Go(func() {
			if err := one.Run(2, ctx); err != nil {
				klog.ErrorS(err, "a controller ended")
				os.Exit(1)
			}
		})
	}
	running.Wait()
	return nil
}
