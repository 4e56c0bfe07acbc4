using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// Reads need declarations: <c>need {"," need}</c>, <c>need = id [":" id ["@" version]] | attribute ("&lt;=" | "&lt;" | "&gt;=") quantity</c>;
/// blanks are free.
/// </summary>
internal sealed class NeedParser(ModelIndex model, NeedDeclaration declaration, List<DeclaredNeed> needs, List<NeedProblem> problems)
{
    private const string LevelPrefix = "level";
    private const string ScenarioPrefix = "scenario";
    private const string LatestVersion = "latest";

    public static void Parse(ModelIndex model, NeedDeclaration declaration, List<DeclaredNeed> needs, List<NeedProblem> problems) =>
        new NeedParser(model, declaration, needs, problems).Parse();

    private void Parse()
    {
        if (declaration.Carrier is NeedCarrier.Foreign or NeedCarrier.UnknownKey)
        {
            ParseKey();
            return;
        }

        var start = 0;
        var text = declaration.Text;
        if (declaration.Key.Length > 0 && text.Trim(' ', ',', '\t', '\r', '\n').Length == 0)
        {
            var what = declaration.Carrier switch
            {
                NeedCarrier.Level => "the id of a level",
                NeedCarrier.Scenario => "the id of a scenario",
                _ => "needs, separated by commas, as one text",
            };
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, declaration.Key, declaration, declaration.Range, $"'{declaration.Key}' declares nothing; write {what}, or leave the key out"));
            return;
        }

        while (start <= text.Length)
        {
            var comma = declaration.Carrier == NeedCarrier.Needs ? text.IndexOf(',', start) : -1;
            var end = comma < 0 ? text.Length : comma;
            var token = text.Substring(start, end - start).Trim();
            if (token.Length > 0)
            {
                var at = text.IndexOf(token, start, StringComparison.Ordinal);
                ParseOne(token, declaration.RangeOf(at, token.Length));
            }

            start = end + 1;
        }
    }

    private void ParseKey()
    {
        if (declaration.Carrier == NeedCarrier.UnknownKey)
        {
            var nearest = NearestName.Of(declaration.Key, NeedKeys.All);
            var hint = nearest is null ? $"known are {string.Join(", ", NeedKeys.All)}" : $"did you mean '{nearest}'?";
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, declaration.Key, declaration, declaration.Range, $"'{declaration.Key}' declares nothing that this version knows; {hint}", nearest));
        }
        else if (model.NeedSpelling(declaration.Key, declaration.Text) is { } spelling && model.Need(spelling.NeedId) is { } need)
        {
            needs.Add(new DeclaredNeed(need.Id, need, need.Constraints, declaration, declaration.Range));
        }
    }

    private void ParseOne(string token, TextRange range)
    {
        if (Placeholder.IsIn(token))
        {
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, token, declaration, range, $"need '{token}' is a placeholder that is not filled in; render the template and check the output"));
            return;
        }

        if (declaration.Carrier == NeedCarrier.Level)
        {
            AddLevel(token, range, prefix: string.Empty);
            return;
        }

        if (declaration.Carrier == NeedCarrier.Scenario)
        {
            AddScenario(token, range, prefix: string.Empty);
            return;
        }

        var comparison = token.IndexOfAny(['<', '>', '=']);
        var colon = token.IndexOf(':');
        if (comparison >= 0)
        {
            AddLimit(token, comparison, range);
        }
        else if (colon > 0)
        {
            AddCompleted(token, token.Substring(0, colon).Trim(), token.Substring(colon + 1).Trim(), range);
        }
        else if (model.Need(token) is { Kind: not (NeedKind.Level or NeedKind.PodSecurity), ParameterAttributeId: null } need)
        {
            needs.Add(new DeclaredNeed(token, need, need.Constraints, declaration, range));
        }
        else
        {
            AddUnknown(token, range, "need", Known(model), token);
        }
    }

    private void AddCompleted(string token, string id, string word, TextRange range)
    {
        if (id == LevelPrefix)
        {
            AddLevel(word, range, prefix: LevelPrefix + ":");
        }
        else if (id == ScenarioPrefix)
        {
            AddScenario(word, range, prefix: ScenarioPrefix + ":");
        }
        else if (model.Need(id) is { ParameterAttributeId: { } attributeId } need)
        {
            AddParameter(need, attributeId, word, range);
        }
        else if (model.Need(id) is { Kind: NeedKind.PodSecurity } standard)
        {
            AddPodSecurity(standard, token, word, range);
        }
        else
        {
            AddUnknown(token, range, "need", Known(model), token);
        }
    }

    private void AddLevel(string id, TextRange range, string prefix)
    {
        if (model.Need(id) is { Kind: NeedKind.Level } level)
        {
            needs.Add(new DeclaredNeed($"{LevelPrefix}:{id}", level, level.Constraints, declaration, range));
        }
        else
        {
            AddUnknown(prefix + id, range, "level", LevelIds().Select(level => prefix + level), id);
        }
    }

    /// <summary>A scenario is its level, its needs, its own conditions and its wishes.</summary>
    private void AddScenario(string id, TextRange range, string prefix)
    {
        if (model.Scenario(id) is not { } scenario)
        {
            AddUnknown(prefix + id, range, "scenario", model.Definition.Scenarios.Select(known => prefix + known.Id), id);
            return;
        }

        AddLevel(scenario.LevelId, range, prefix: string.Empty);
        foreach (var token in scenario.NeedTokens)
        {
            ParseOne(token, range);
        }

        var need = model.ScenarioNeed(id)!;
        needs.Add(new DeclaredNeed($"{ScenarioPrefix}:{id}", need, need.Constraints, declaration, range) { Goals = model.WishesOf(scenario).ToEquatableArray() });
    }

    private void AddParameter(NeedDefinition need, string attributeId, string word, TextRange range)
    {
        var attribute = model.Attribute(attributeId)!;
        if (!attribute.Vocabulary.Contains(word))
        {
            AddUnknown($"{need.Id}:{word}", range, "need", attribute.Vocabulary.Select(known => $"{need.Id}:{known}"), $"{need.Id}:{word}");
            return;
        }

        var threshold = new SetThreshold(true, new EquatableArray<string>([word]));
        var constraint = new Constraint(attributeId, threshold, ConstraintReader.Describe(attribute, null, threshold));
        needs.Add(new DeclaredNeed($"{need.Id}:{word}", need, new EquatableArray<Constraint>([constraint]), declaration, range));
    }

    /// <summary>The first choice asks for nothing; of the others this version only knows that they were asked for.</summary>
    private void AddPodSecurity(NeedDefinition standard, string token, string word, TextRange range)
    {
        var at = word.IndexOf('@');
        var choice = at < 0 ? word : word.Substring(0, at).Trim();
        var version = at < 0 ? LatestVersion : word.Substring(at + 1).Trim();
        if (!standard.Choices.Contains(choice))
        {
            AddUnknown(token, range, "need", standard.Choices.Select(known => $"{standard.Id}:{known}"), token);
        }
        else if (!IsVersion(version))
        {
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, token, declaration, range, $"'{version}' is not a version of the Pod Security Standards; write 'latest' or a minor version such as 'v1.30'"));
        }
        else
        {
            var shown = at < 0 ? $"{standard.Id}:{choice}" : $"{standard.Id}:{choice}@{version}";
            needs.Add(new DeclaredNeed(shown, standard, default, declaration, range)
            {
                Unchecked = choice == standard.Choices[0] ? null : "this version does not check the controls of the Pod Security Standards; let admission enforce them",
            });
        }
    }

    /// <summary><c>latest</c> or <c>v1.N</c>, as admission takes it (k8s.io/pod-security-admission, api.ParseVersion).</summary>
    private static bool IsVersion(string text) =>
        text == LatestVersion
        || (text.StartsWith("v1.", StringComparison.Ordinal) && text.Length is > 3 and < 8 && text.Skip(3).All(digit => digit is >= '0' and <= '9') && (text[3] != '0' || text.Length == 4));

    private void AddLimit(string token, int at, TextRange range)
    {
        var name = token.Substring(0, at).Trim();
        var rest = token.Substring(at);
        var (comparison, length) = rest.StartsWith("<=", StringComparison.Ordinal) ? (QuantityComparison.AtMost, 2)
            : rest.StartsWith(">=", StringComparison.Ordinal) ? (QuantityComparison.AtLeast, 2)
            : rest[0] == '<' ? (QuantityComparison.Below, 1)
            : (default(QuantityComparison?), 1);
        if (model.AttributeByToken(name) is not { Kind: AttributeKind.Quantity } attribute)
        {
            var nameRange = declaration.ContentStart < 0 ? range : new TextRange(range.Start, name.Length);
            AddUnknown(name, nameRange, "attribute", model.NeedTokens, name);
            return;
        }

        if (comparison is null)
        {
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, token, declaration, range, $"need '{token}' compares in a way that is not known; write <=, < or >="));
            return;
        }

        if (!Quantity.TryParse(rest.Substring(length), out var limit) || limit.Dimension != attribute.Dimension)
        {
            var units = string.Join(" ", QuantityUnit.All.Where(unit => unit.Dimension == attribute.Dimension).Select(unit => unit.Symbol));
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, token, declaration, range, $"the limit of need '{token}' cannot be read; write a number and one of the units {units}"));
            return;
        }

        var threshold = new QuantityThreshold(comparison.Value, limit);
        var constraint = new Constraint(attribute.Id, threshold, ConstraintReader.Describe(attribute, null, threshold));
        var sign = comparison switch { QuantityComparison.AtMost => "<=", QuantityComparison.Below => "<", _ => ">=" };
        needs.Add(new DeclaredNeed($"{name} {sign} {limit}", null, new EquatableArray<Constraint>([constraint]), declaration, range));
    }

    private void AddUnknown(string token, TextRange range, string what, IEnumerable<string> candidates, string written)
    {
        var known = candidates.OrderBy(name => name, StringComparer.Ordinal).ToList();
        // A level's id alone is no need, but what is meant is clear.
        var nearest = known.Contains($"{LevelPrefix}:{token}") ? $"{LevelPrefix}:{token}" : NearestName.Of(token, known);
        var hint = nearest is null ? $"known are {string.Join(", ", known)}" : $"did you mean '{nearest}'?";
        problems.Add(new NeedProblem(
            NeedProblemKind.Unknown, token, declaration, range, $"{what} '{written}' is not known, so this need is not checked; {hint}", nearest));
    }

    private IEnumerable<string> LevelIds() => model.Definition.Needs.Where(need => need.Kind == NeedKind.Level).Select(need => need.Id);

    /// <summary>Every need as it may be written.</summary>
    public static IEnumerable<string> Known(ModelIndex model) => model.Definition.Needs
        .SelectMany(need => need switch
        {
            { Kind: NeedKind.Level } => [$"{LevelPrefix}:{need.Id}"],
            { Kind: NeedKind.PodSecurity } => need.Choices.Select(choice => $"{need.Id}:{choice}"),
            { ParameterAttributeId: { } attribute } => model.Attribute(attribute)!.Vocabulary.Select(word => $"{need.Id}:{word}"),
            _ => Enumerable.Repeat(need.Id, 1),
        })
        .Concat(model.Definition.Scenarios.Select(scenario => $"{ScenarioPrefix}:{scenario.Id}"));
}
