using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.PodSecurityAdmission;
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

    private bool _isInScenario;

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
            if (NeedKeys.All.Contains(declaration.Key, StringComparer.Ordinal))
            {
                problems.Add(new NeedProblem(NeedProblemKind.Unknown, declaration.Key, declaration, declaration.Range, $"'{declaration.Key}' is a label here, and labels declare nothing in Kubernetes; write it as an annotation"));
                return;
            }

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

        if (declaration.Carrier == NeedCarrier.Admission)
        {
            ParseAdmission();
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

        ParseToken(token, range);
    }

    /// <summary>A need as a list of needs has it, whatever carries it.</summary>
    private void ParseToken(string token, TextRange range)
    {
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
            var completions = Known(model).Where(name => name.StartsWith(token + ":", StringComparison.Ordinal)).ToList();
            AddUnknown(token, range, "need", completions.Count > 0 ? completions : Known(model), token);
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

        if (_isInScenario)
        {
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, prefix + id, declaration, range, $"a scenario lists '{prefix}{id}' among its needs, but scenarios do not nest; list what that one needs"));
            return;
        }

        _isInScenario = true;
        AddLevel(scenario.LevelId, range, prefix: string.Empty);
        foreach (var token in scenario.NeedTokens)
        {
            ParseToken(token, range);
        }

        _isInScenario = false;
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

    private void AddPodSecurity(NeedDefinition standard, string token, string word, TextRange range)
    {
        var at = word.IndexOf('@');
        var choice = at < 0 ? word : word.Substring(0, at).Trim();
        var written = at < 0 ? PodSecurityVersion.LatestWord : word.Substring(at + 1).Trim();
        // "1.30" is what Kubernetes calls its releases; admission, however, takes "v1.30" alone.
        var version = declaration.Carrier != NeedCarrier.Admission && written.StartsWith("1.", StringComparison.Ordinal) ? "v" + written : written;
        if (!standard.Choices.Contains(choice))
        {
            AddUnknown(token, range, "need", standard.Choices.Select(known => $"{standard.Id}:{known}"), token);
        }
        else if (!PodSecurityVersion.TryParse(version, out var policyVersion))
        {
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, token, declaration, range, $"'{written}' is not a version of the Pod Security Standards; write 'latest' or a minor version such as 'v1.30'"));
        }
        else
        {
            var shown = at < 0 ? $"{standard.Id}:{choice}" : $"{standard.Id}:{choice}@{version}";
            var level = PodSecurityPolicy.LevelOf(choice);
            // A cluster judges by the newest policy that it knows, whether a newer one or the latest is asked for (k8s.io/pod-security-admission, policy/registry.go).
            policyVersion = policyVersion.Minor > model.KubernetesVersion.Minor ? model.KubernetesVersion : policyVersion;
            needs.Add(new DeclaredNeed(shown, standard, default, declaration, range)
            {
                PodSecurity = level is null ? null : new PodSecurityPolicy(level.Value, policyVersion),
                Unchecked = level switch
                {
                    PodSecurityLevel.Privileged => null,
                    null => $"'{choice}' is no level of the Pod Security Standards, so nothing is checked",
                    _ => "it binds the settings of a pod, not the technology; isolation check judges pods by it",
                },
            });
        }
    }

    /// <summary>A level by the labels of a namespace, which admission enforces.</summary>
    private void ParseAdmission()
    {
        if (model.Definition.Needs.FirstOrDefault(need => need.Kind == NeedKind.PodSecurity) is { } standard)
        {
            AddPodSecurity(standard, $"{standard.Id}:{declaration.Text}", declaration.Text, declaration.Range);
        }
    }

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
        var nearest = known.Contains($"{LevelPrefix}:{token}") ? $"{LevelPrefix}:{token}"
            : token.EndsWith(":", StringComparison.Ordinal) ? null // any word would be a guess
            : NearestName.Of(token, known);
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
