namespace IsolationModel.Cli.Tests.Support;

/// <summary>Descriptors for pages: some of every standing, and names that try to be markup.</summary>
internal static class PageSamples
{
    /// <summary>
    /// Five workloads: <c>plugins</c> fails a need that gVisor would meet, since a directory of the host takes its boundary away, <c>gateway</c> and <c>importer</c> are unproven, <c>ledger</c> is
    /// suitable, <c>web</c> declares nothing.
    /// </summary>
    public const string Shop = """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: sandboxed }
        handler: runsc
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: vm }
        handler: kata
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: plugins
          namespace: shop
          annotations: { isolationmodel.dev/needs: "untrusted-code, startup <= 1 ms" }
        spec:
          runtimeClassName: sandboxed
          containers:
            - name: host
              image: example.org/host:1
              securityContext: { privileged: true }
              volumeMounts: [{ name: settings, mountPath: /settings }]
          volumes: [{ name: settings, hostPath: { path: /etc } }]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gateway
          namespace: payments
          annotations: { isolationmodel.dev/needs: "hostile-tenants", isolationmodel.dev/scenario: serverless }
        spec:
          runtimeClassName: kata-fc
          containers: [{ name: gateway, image: "example.org/gateway:1" }]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: importer
          namespace: shop
          annotations: { isolationmodel.dev/needs: untrusted-cod }
        spec:
          containers: [{ name: importer, image: "example.org/importer:1" }]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: ledger
          namespace: payments
          annotations: { isolationmodel.dev/level: very-high }
        spec:
          runtimeClassName: vm
          containers: [{ name: ledger, image: "example.org/ledger:1", securityContext: { seccompProfile: { type: RuntimeDefault } } }]
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers: [{ name: web, image: "example.org/web:1" }]

        """;

    /// <summary>Names, needs and messages that try to be markup.</summary>
    public const string Hostile = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: "<script>alert(1)</script>"
          namespace: "\" onmouseover=\"alert(2)"
          annotations:
            isolationmodel.dev/needs: untrusted-code
            isolationmodel.dev/level: "'></style><img src=x onerror=alert(3)>"
        spec:
          runtimeClassName: vault
          containers:
            - name: "</details><h1>x"
              image: example.org/host:1
              securityContext: { privileged: true }

        """;

    /// <summary>An overlay whose names and addresses try the same.</summary>
    public const string HostileOverlay = """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          "sources": { "evil": { "title": "<script>alert(4)</script>", "kind": "vendor", "url": "javascript:alert(5)", "publisher": "\"><svg onload=alert(7)>" } },
          "names": { "runtimeClass": { "vault": { "technology": "contoso-strong" } } },
          "technologies": {
            "contoso-strong": {
              "name": { "en": "<b onclick=alert(6)>Strong</b>" },
              "kind": "runtime",
              "mechanism": "vm",
              "summary": "Strong.",
              "values": { "boundary": { "value": "hardware-vm", "source": ["evil"] }, "startup": { "value": "<=900 ms", "source": ["evil"] } }
            }
          }
        }

        """;

    /// <summary>A pod with a number.</summary>
    public static string Pod(int number) => $$"""
        apiVersion: v1
        kind: Pod
        metadata: { name: pod-{{number}}, annotations: { isolationmodel.dev/needs: untrusted-code } }
        spec: { containers: [{ name: main, image: "example.org/main:1" }] }

        """;
}
