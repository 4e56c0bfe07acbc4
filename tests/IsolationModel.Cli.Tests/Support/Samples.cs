namespace IsolationModel.Cli.Tests.Support;

/// <summary>Descriptors that tests share. Where they stand in the text matters to the tests.</summary>
internal static class Samples
{
    /// <summary>Declares nothing and has nothing to hide.</summary>
    public const string Quiet = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: example.org/web:1

        """;

    /// <summary>Runs foreign code on the default runtime: one warning, at <c>spec</c> in line 7.</summary>
    public const string Unsafe = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: plugins
          annotations:
            isolationmodel.dev/needs: untrusted-code
        spec:
          containers:
            - name: host
              image: example.org/host:1

        """;

    /// <summary>The name of a runtime class without its object: one info, at the name in line 8.</summary>
    public const string Unproven = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: renderer
          annotations:
            isolationmodel.dev/needs: untrusted-code
        spec:
          runtimeClassName: gvisor
          containers:
            - name: renderer
              image: example.org/renderer:1

        """;

    /// <summary>A misspelt need: one error, at the need in line 6.</summary>
    public const string Misspelt = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: importer
          annotations:
            isolationmodel.dev/needs: untrusted-cod
        spec:
          containers:
            - name: importer
              image: example.org/importer:1

        """;

    /// <summary>A runtime class that does not do what its name says, and a workload that trusts it: one warning, at the name in line 15.</summary>
    public const string Mislabelled = """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata:
          name: gvisor
        handler: runc
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: plugins
          namespace: shop
          annotations:
            isolationmodel.dev/needs: untrusted-code
        spec:
          runtimeClassName: gvisor
          containers:
            - name: host
              image: example.org/host:1

        """;

    /// <summary>An overlay that says which technology stands behind a class name.</summary>
    public const string Overlay = """
        {
          "formatVersion": "1.0",
          "model": { "id": "shop", "version": "1.2.3", "extends": { "isolation-model": "^0.1" } },
          "names": { "runtimeClass": { "vault": { "technology": "kata" } } }
        }

        """;

    /// <summary>An overlay that bans, changes a value and adds a technology: what a platform team writes.</summary>
    public const string Policy = """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          "forbidden": {
            "runc": { "reason": "Every workload gets a sandbox.", "until": "2026-06-30" },
            "qemu-kvm": { "reason": "Nobody patches it." }
          },
          "technologies": {
            "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": "<=900 ms" } } },
            "contoso-strong": {
              "name": { "en": "Contoso Strong", "zh": "康托索" },
              "kind": "runtime",
              "mechanism": "vm",
              "summary": "Kata Containers as the platform team sets it up.",
              "values": { "boundary": "hardware-vm", "startup": { "value": "<=900 ms" } }
            }
          }
        }

        """;

    /// <summary>An overlay with two mistakes: a misspelt technology in line 4, and one without a summary in line 5.</summary>
    public const string Mistaken = """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          "forbidden": { "dokcer": { "reason": "No." } },
          "technologies": { "contoso-strong": { "name": "Contoso Strong", "kind": "runtime", "mechanism": "vm", "values": {} } }
        }

        """;
}
