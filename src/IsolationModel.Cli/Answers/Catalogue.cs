using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Cli.Answers;

/// <summary>Finds what people mean when they name something of the catalogue.</summary>
internal static class Catalogue
{
    /// <summary>Everything, entries first.</summary>
    public static IEnumerable<Subject> All(ModelDefinition model) => model.Entries.Select(Subject.Of).Concat(model.Families.Select(Subject.Of));

    /// <summary>The entries whose id, name or alias contains a text, those that are called exactly so first; case is free.</summary>
    public static IEnumerable<CatalogEntryDefinition> Containing(ModelDefinition model, string text) => model.Entries
        .Where(entry => Names(entry).Any(name => name.Contains(text, StringComparison.OrdinalIgnoreCase)))
        .OrderBy(entry => !Names(entry).Any(name => Same(name, text)));

    /// <summary>
    /// What a name stands for: a reference (<c>platform/docker</c>), an id, a name, an alias or the name of a runtime, in this order; case is free.
    /// </summary>
    /// <exception cref="UsageException">It stands for nothing, or for several things.</exception>
    public static Naming Resolve(ModelIndex model, string text)
    {
        var all = All(model.Definition).ToList();
        foreach (var tier in new Func<Subject, bool>[]
        {
            subject => Same(subject.Reference, text),
            subject => Same(subject.Id, text),
            subject => Same(subject.Name.English, text) || Same(subject.Name.Chinese, text),
            subject => subject.Entry?.Aliases.Any(alias => Same(alias, text)) == true,
        })
        {
            var hits = all.FindAll(subject => tier(subject));
            if (hits.Count > 0)
            {
                return Choose(text, hits);
            }
        }

        return ByRuntimeName(model, text) ?? throw Unknown(model, all, text);
    }

    /// <summary>The kind of a runtime's name, as people call it.</summary>
    public static string WordOf(RuntimeNameKind kind) => kind switch
    {
        RuntimeNameKind.RuntimeClass => "runtime class",
        RuntimeNameKind.RuntimeHandler => "runtime handler",
        RuntimeNameKind.OciRuntime => "OCI runtime",
        RuntimeNameKind.ContainerdRuntimeType => "containerd runtime type",
        RuntimeNameKind.DockerRuntime => "Docker runtime",
        RuntimeNameKind.ComposeRuntime => "Compose runtime",
        RuntimeNameKind.NodeLabel => "node label",
        _ => "Docker isolation",
    };

    /// <summary>One of several: a technology goes before what is called the same, since it is what is judged.</summary>
    private static Naming Choose(string text, List<Subject> hits)
    {
        var first = hits.FindAll(subject => string.Equals(subject.Section, hits[0].Section, StringComparison.Ordinal));
        return first.Count == 1
            ? new Naming(hits[0], null, [.. hits.Skip(1)])
            : throw new UsageException($"'{text}' may be any of {string.Join(", ", hits.Select(static subject => subject.Reference))}");
    }

    private static Naming? ByRuntimeName(ModelIndex model, string text)
    {
        var names = model.Definition.RuntimeNames.Where(name => Same(name.Name, text)).OrderBy(static name => name.Kind).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var certain = names.Where(static name => name.TechnologyId is not null).ToList();
        var technologies = certain.Select(static name => name.TechnologyId!).Distinct(StringComparer.Ordinal).ToList();
        return technologies.Count switch
        {
            0 => throw new UsageException($"{WordOf(names[0].Kind)} '{names[0].Name}' says nothing certain{(names[0].Note is { } note ? $": {Sentence.AsClause(note)}" : string.Empty)}"),
            1 => new Naming(Subject.Of(model.Technology(technologies[0])!), $"{WordOf(certain[0].Kind)} {certain[0].Name} stands for {technologies[0]}", []),
            _ => throw new UsageException($"'{text}' may be any of {string.Join(", ", certain.Select(static name => $"{name.TechnologyId} ({WordOf(name.Kind)})"))}"),
        };
    }

    private static UsageException Unknown(ModelIndex model, List<Subject> all, string text)
    {
        var known = all.SelectMany(static subject => subject.Entry is { } entry ? Names(entry) : [subject.Id, subject.Name.English])
            .Concat(model.Definition.RuntimeNames.Select(static name => name.Name))
            .Concat(all.Select(static subject => subject.Reference));
        var nearest = NearestName.Of(text, known);
        var containing = Containing(model.Definition, text).Take(5).Select(static entry => entry.Id).ToList();
        var hint = nearest is not null ? $"did you mean '{nearest}'?"
            : containing.Count > 0 && text.Length > 1 ? $"did you mean {string.Join(" or ", containing)}?"
            : "see 'isolation model list'";
        return new UsageException($"the model has nothing that is called '{text}'; {hint}");
    }

    private static IEnumerable<string> Names(CatalogEntryDefinition entry)
    {
        yield return entry.Id;
        yield return entry.Name.English;
        if (entry.Name.Chinese is { } chinese)
        {
            yield return chinese;
        }

        foreach (var alias in entry.Aliases)
        {
            yield return alias;
        }
    }

    private static bool Same(string? name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
}
