using System.Globalization;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>A large generated project on disk, and the compiler's arguments for it.</summary>
internal sealed class AnalyzedProject
{
    private const int Files = 1000;
    private const int Manifests = 100;

    private readonly string _folder;

    private AnalyzedProject(string folder) => _folder = folder;

    /// <summary>The arguments that give the manifests to analyzers, with a need for all of their workloads.</summary>
    public string[] ManifestArguments =>
    [
        .. Enumerable.Range(0, Manifests).Select(number => $"/additionalfile:{Path.Combine(_folder, "deploy", Name(number) + ".yaml")}"),
        $"/analyzerconfig:{Path.Combine(_folder, "needs.globalconfig")}",
    ];

    /// <summary>Writes the project.</summary>
    public static AnalyzedProject Create(string folder)
    {
        for (var number = 0; number < Files; number++)
        {
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"File{number}.cs")), CodeProject.Source(number, buildsPods: false));
        }

        Directory.CreateDirectory(Path.Combine(folder, "deploy"));
        for (var number = 0; number < Manifests; number++)
        {
            File.WriteAllText(Path.Combine(folder, "deploy", Name(number) + ".yaml"), Manifest(Name(number)));
        }

        File.WriteAllText(Path.Combine(folder, "needs.globalconfig"), "is_global = true\nbuild_property.IsolationNeeds = untrusted-code\n");
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        File.WriteAllLines(
            Path.Combine(folder, "project.rsp"),
            [
                "/noconfig", "/nologo", "/target:library", "/nostdlib+", "/langversion:latest", "/reportanalyzer", "/out:" + Path.Combine(folder, "Large.dll"),
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == framework).Select(path => $"/reference:\"{path}\""),
                $"\"{Path.Combine(folder, "*.cs")}\"",
            ]);
        return new AnalyzedProject(folder);
    }

    /// <summary>Compiles once, in a fresh process; gives what the compiler writes.</summary>
    public string Compile(string[] arguments)
    {
        // Beyond what a command line may hold.
        var more = Path.Combine(_folder, "analyzers.rsp");
        File.WriteAllLines(more, arguments.Select(static argument => $"\"{argument}\""));
        return Child.Run(DotNetRoot.Program, ["exec", DotNetRoot.Compiler, "@" + Path.Combine(_folder, "project.rsp"), "@" + more], _folder);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"service-{number}");

    private static string Manifest(string name) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{name}}
          labels:
            app.kubernetes.io/name: {{name}}
        spec:
          replicas: 3
          selector:
            matchLabels:
              app.kubernetes.io/name: {{name}}
          template:
            metadata:
              labels:
                app.kubernetes.io/name: {{name}}
            spec:
              runtimeClassName: gvisor
              securityContext:
                runAsNonRoot: true
                seccompProfile:
                  type: RuntimeDefault
              initContainers:
                - name: migrate
                  image: registry.example/{{name}}:1.4.2
                  command: ["/app/migrate", "--wait"]
              containers:
                - name: web
                  image: registry.example/{{name}}:1.4.2
                  ports:
                    - containerPort: 8080
                  env:
                    - name: DATABASE
                      valueFrom:
                        secretKeyRef:
                          name: {{name}}
                          key: database
                  resources:
                    requests:
                      cpu: 100m
                      memory: 128Mi
                  securityContext:
                    privileged: true
                  volumeMounts:
                    - name: data
                      mountPath: /data
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: {{name}}
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: {{name}}
        spec:
          selector:
            app.kubernetes.io/name: {{name}}
          ports:
            - port: 80
              targetPort: 8080

        """;
}
