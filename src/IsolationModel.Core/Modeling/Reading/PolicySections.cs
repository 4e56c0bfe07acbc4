using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads what an organisation decides: bans, needs of workloads by where they are, exemptions, locks.</summary>
internal static class PolicySections
{
    public static void Read(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in builder.Forbidden.Entries(root, "forbidden"))
        {
            builder.Forbidden.Add(id, ReadBan(builder, id, entry), entry);
        }

        foreach (var (id, entry) in builder.WorkloadNeeds.Entries(root, "workloads"))
        {
            var rule = ReadWorkloadNeeds(builder, id, entry);
            entry.Finish();
            builder.WorkloadNeeds.Add(id, rule, entry);
        }

        foreach (var (id, entry) in builder.PodSecurityExemptions.Entries(root, "podSecurityExemptions"))
        {
            builder.PodSecurityExemptions.Add(id, ReadExemption(id, entry), entry);
        }
    }

    /// <summary>Reads the locks of a model; they bind the layers above.</summary>
    public static void ReadLocks(ModelBuilder builder, ModelObject model, string modelId)
    {
        foreach (var item in model.Strings("locked"))
        {
            if (item.Value.Length > 1 && item.Value[0] == '/' && item.Value[item.Value.Length - 1] != '/')
            {
                builder.Locks.Add(new ModelLock(item.Value, modelId), model.Part.Layer);
            }
            else
            {
                model.Part.Report(ModelRules.WrongShape, item.Range, $"'{item.Value}' is not a JSON pointer; write for example '/needs/levels/high'");
            }
        }
    }

    /// <summary>Needs as they are written; whether they are known is checked once the whole model is there.</summary>
    public static EquatableArray<string> Needs(ModelBuilder builder, ModelObject entry)
    {
        var tokens = entry.Strings("needs");
        tokens.ForEach(token => builder.CheckLater(entry.Part, token.Range, token.Value));
        return tokens.Select(token => token.Value).ToEquatableArray();
    }

    private static ForbiddenTechnology? ReadBan(ModelBuilder builder, string id, ModelObject entry)
    {
        var reason = entry.RequiredString("reason");
        var until = entry.OptionalString("until");
        if (until is not null && !ForbiddenTechnology.IsDay(until))
        {
            entry.Part.Report(ModelRules.WrongShape, entry.RangeOf("until"), $"'{until}' is not a day; write yyyy-MM-dd");
            until = null;
        }

        var exceptions = entry.Strings("except")
            .Where(item => builder.Scenarios.Check(entry.Part, item.Value, item.Range))
            .Select(item => item.Value)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(scenario => scenario, StringComparer.Ordinal)
            .ToEquatableArray();
        var sources = CellReader.ReadSources(builder, entry);
        entry.Finish();
        return builder.Technologies.Check(entry.Part, id, entry.NameRange) && reason is not null
            ? new ForbiddenTechnology(id, reason, until, exceptions, sources)
            : null;
    }

    private static PodSecurityExemption? ReadExemption(string id, ModelObject entry)
    {
        var reason = entry.RequiredString("reason");
        var classes = Names(entry, "runtimeClasses");
        var namespaces = Names(entry, "namespaces");
        if (classes.Count == 0 && namespaces.Count == 0)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"Pod Security exemption '{id}' exempts nothing; give runtimeClasses or namespaces");
            reason = null;
        }

        entry.Finish();
        return reason is null ? null : new PodSecurityExemption(id, reason, classes, namespaces);
    }

    private static EquatableArray<string> Names(ModelObject entry, string key) =>
        entry.Strings(key).Select(item => item.Value).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();

    private static WorkloadNeeds? ReadWorkloadNeeds(ModelBuilder builder, string id, ModelObject entry)
    {
        var needs = Needs(builder, entry);
        var level = ScenarioSections.Level(builder, entry, entry.OptionalString("level"));
        var scenario = entry.OptionalString("scenario");
        var acceptsWeaker = entry.OptionalString("acceptWeaker");
        if (entry.Object("match") is not { } match)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"workload rule '{id}' needs a 'match': namespace, labels or path");
            return null;
        }

        var space = match.OptionalString("namespace");
        var path = match.OptionalString("path");
        var labels = match.Object("labels") is { } wanted
            ? wanted.Members
                .Select(item => wanted.OptionalString(item.Key.Value) is { } value ? new LabelMatch(item.Key.Value, value) : null)
                .OfType<LabelMatch>()
                .OrderBy(label => label.Key, StringComparer.Ordinal)
                .ToEquatableArray()
            : default;
        match.Finish();
        if (space is null && path is null && labels.Count == 0)
        {
            entry.Part.Report(ModelRules.WrongShape, match.NameRange, $"workload rule '{id}' matches nothing; give a namespace, labels or a path ('**' for all)");
            return null;
        }

        if (!entry.Has("needs") && !entry.Has("level") && scenario is null)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"workload rule '{id}' declares nothing; give needs, a level or a scenario");
            return null;
        }

        return scenario is not null && !builder.Scenarios.Check(entry.Part, scenario, entry.RangeOf("scenario"))
            ? null
            : new WorkloadNeeds(id, space, labels, path, needs, level, scenario, acceptsWeaker);
    }
}
