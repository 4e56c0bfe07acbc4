using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// A container of Docker or of an engine like it, in the words of a Compose service, whatever describes it: a Compose file, the arguments of
/// <c>docker run</c>, or code.
/// </summary>
/// <param name="Service">The mapping of the service: variables filled in, everything inherited and overridden put together.</param>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Range">Where it is named.</param>
internal sealed record ContainerView(DataCursor Service, string Name, TextRange Range)
{
    /// <summary>What the format calls it.</summary>
    public string Kind { get; init; } = "service";

    /// <summary>The project that it belongs to, or null where that is left open.</summary>
    public string? Project { get; init; }

    /// <summary>The platform of the model that starts it.</summary>
    public string PlatformId { get; init; } = "docker";

    /// <summary>Needs that are declared outside of the service, for all services of a file.</summary>
    public IReadOnlyList<NeedDeclaration> OuterNeeds { get; init; } = [];

    /// <summary>The services of the project by name, itself included, for what shares a namespace or volumes with another.</summary>
    public IReadOnlyDictionary<string, DataCursor> Siblings { get; init; } = new Dictionary<string, DataCursor>(StringComparer.Ordinal);

    /// <summary>The project's named volumes (the top-level <c>volumes</c>), some of which bind paths of the host.</summary>
    public DataCursor Volumes { get; init; }

    /// <summary>Whether arguments of a command describe it, so that options stand where a service has fields.</summary>
    public bool IsArguments { get; init; }

    /// <summary>Whether <c>docker stack deploy</c> is known to start it, so that what Swarm ignores has no effect.</summary>
    public bool IsSwarm { get; init; }

    /// <summary>Of arguments: whether the image stands elsewhere for certain.</summary>
    public bool IsOptionsOnly { get; init; }
}
