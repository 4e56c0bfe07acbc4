using IsolationModel.Data;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>A section of model files whose entries become members.</summary>
internal sealed class NamedSection
{
    private readonly string[] _path;
    private readonly Func<ModelDefinition, IEnumerable<string>> _ids;

    private NamedSection(string path, Func<ModelDefinition, IEnumerable<string>> ids) => (_path, _ids) = (path.Split('/'), ids);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedSection> All { get; } =
    [
        .. CatalogKind.All.Select(kind => new NamedSection(kind.Section, model => kind.Items(model).Select(item => item.Id))),
        new("needs/threats", model => Needs(model, NeedKind.Threat)),
        new("needs/levels", model => Needs(model, NeedKind.Level)),
        new("scenarios", model => model.Scenarios.Select(scenario => scenario.Id)),
    ];

    /// <summary>Its name: that of the last map on the way to it.</summary>
    public string Name => _path[_path.Length - 1];

    /// <summary>The ids that a model has in it.</summary>
    public HashSet<string> Ids(ModelDefinition model) => new(_ids(model), StringComparer.Ordinal);

    /// <summary>The ids that a file writes into it.</summary>
    public IEnumerable<string> Written(DataMapping root)
    {
        var at = root;
        foreach (var key in _path)
        {
            if (!at.TryGet(key, out _, out var value) || value is not DataMapping inner)
            {
                return [];
            }

            at = inner;
        }

        return at.Entries.Select(entry => entry.Key.Value);
    }

    private static IEnumerable<string> Needs(ModelDefinition model, NeedKind kind) => model.Needs.Where(need => need.Kind == kind).Select(need => need.Id);
}
