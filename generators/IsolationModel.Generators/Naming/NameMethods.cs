using IsolationModel.Modeling;

namespace IsolationModel.Generators.Naming;

/// <summary>The methods that find technologies by runtime names.</summary>
internal static class NameMethods
{
    /// <summary>A method for each kind of name.</summary>
    public static IReadOnlyList<NameMethod> All { get; } =
    [
        new(RuntimeNameKind.RuntimeClass, "FromRuntimeClass", "By the name of a Kubernetes RuntimeClass, as it is commonly meant: the name alone proves nothing"),
        new(RuntimeNameKind.RuntimeHandler, "FromRuntimeHandler", "By the handler of a RuntimeClass, as nodes resolve it"),
        new(RuntimeNameKind.OciRuntime, "FromOciRuntime", "By the file name of an OCI runtime or of its shim"),
        new(RuntimeNameKind.ContainerdRuntimeType, "FromContainerdRuntimeType", "By the runtime type of containerd"),
        new(RuntimeNameKind.DockerRuntime, "FromDockerRuntime", "By what docker run --runtime takes"),
        new(RuntimeNameKind.ComposeRuntime, "FromComposeRuntime", "By what runtime: of a Compose service takes"),
        new(RuntimeNameKind.DockerIsolation, "FromDockerIsolation", "By what docker run --isolation takes on Windows"),
    ];
}
