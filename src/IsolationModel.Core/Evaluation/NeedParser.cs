using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// Reads need declarations: <c>need {"," need}</c>, <c>need = id [":" id] | attribute ("&lt;=" | "&lt;" | "&gt;=") quantity</c>; blanks are free.
/// </summary>
internal static class NeedParser
{
    private const string LevelPrefix = "level";

    public static void Parse(ModelIndex model, NeedDeclaration declaration, List<DeclaredNeed> needs, List<NeedProblem> problems)
    {
        if (declaration.Carrier is NeedCarrier.Foreign or NeedCarrier.UnknownKey)
        {
            ParseKey(model, declaration, needs, problems);
            return;
        }

        var start = 0;
        var text = declaration.Text;
        if (declaration.Key.Length > 0 && text.Trim(' ', ',', '\t', '\r', '\n').Length == 0)
        {
            var what = declaration.Carrier == NeedCarrier.Level ? "the id of a level" : "needs, separated by commas, as one text";
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, declaration.Key, declaration, declaration.Range, $"'{declaration.Key}' declares nothing; write {what}, or leave the key out"));
            return;
        }

        while (start <= text.Length)
        {
            var comma = declaration.Carrier == NeedCarrier.Level ? -1 : text.IndexOf(',', start);
            var end = comma < 0 ? text.Length : comma;
            var token = text.Substring(start, end - start).Trim();
            if (token.Length > 0)
            {
                var at = text.IndexOf(token, start, StringComparison.Ordinal);
                ParseOne(model, declaration, token, declaration.RangeOf(at, token.Length), needs, problems);
            }

            start = end + 1;
        }
    }

    private static void ParseKey(ModelIndex model, NeedDeclaration declaration, List<DeclaredNeed> needs, List<NeedProblem> problems)
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

    private static void ParseOne(ModelIndex model, NeedDeclaration declaration, string token, TextRange range, List<DeclaredNeed> needs, List<NeedProblem> problems)
    {
        if (Placeholder.IsIn(token))
        {
            problems.Add(new NeedProblem(NeedProblemKind.Unknown, token, declaration, range, $"need '{token}' is a placeholder that is not filled in; render the template and check the output"));
        }
        else if (declaration.Carrier == NeedCarrier.Level)
        {
            AddLevel(model, declaration, token, range, needs, problems, prefix: string.Empty);
        }
        else if (token.IndexOfAny(['<', '>', '=']) is var comparison and >= 0)
        {
            AddLimit(model, declaration, token, comparison, range, needs, problems);
        }
        else if (token.IndexOf(':') is var colon and > 0 && string.Equals(token.Substring(0, colon).Trim(), LevelPrefix, StringComparison.Ordinal))
        {
            AddLevel(model, declaration, token.Substring(colon + 1).Trim(), range, needs, problems, prefix: LevelPrefix + ":");
        }
        else if (model.Need(token) is { Kind: not NeedKind.Level } need)
        {
            needs.Add(new DeclaredNeed(token, need, need.Constraints, declaration, range));
        }
        else
        {
            AddUnknown(declaration, token, range, problems, "need", ThreatIds(model).Concat(LevelIds(model).Select(id => LevelPrefix + ":" + id)), token);
        }
    }

    private static void AddLevel(
        ModelIndex model, NeedDeclaration declaration, string id, TextRange range, List<DeclaredNeed> needs, List<NeedProblem> problems, string prefix)
    {
        if (model.Need(id) is { Kind: NeedKind.Level } level)
        {
            needs.Add(new DeclaredNeed($"{LevelPrefix}:{id}", level, level.Constraints, declaration, range));
        }
        else
        {
            AddUnknown(declaration, prefix + id, range, problems, "level", LevelIds(model).Select(level => prefix + level), id);
        }
    }

    private static void AddLimit(
        ModelIndex model, NeedDeclaration declaration, string token, int at, TextRange range, List<DeclaredNeed> needs, List<NeedProblem> problems)
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
            AddUnknown(declaration, name, nameRange, problems, "attribute", model.NeedTokens, name);
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

    private static void AddUnknown(
        NeedDeclaration declaration, string token, TextRange range, List<NeedProblem> problems, string what, IEnumerable<string> candidates, string written)
    {
        var known = candidates.OrderBy(name => name, StringComparer.Ordinal).ToList();
        // A level's id alone is no need, but what is meant is clear.
        var nearest = known.Contains($"{LevelPrefix}:{token}") ? $"{LevelPrefix}:{token}" : NearestName.Of(token, known);
        var hint = nearest is null ? $"known are {string.Join(", ", known)}" : $"did you mean '{nearest}'?";
        problems.Add(new NeedProblem(
            NeedProblemKind.Unknown, token, declaration, range, $"{what} '{written}' is not known, so this need is not checked; {hint}", nearest));
    }

    private static IEnumerable<string> LevelIds(ModelIndex model) => model.Definition.Needs.Where(need => need.Kind == NeedKind.Level).Select(need => need.Id);

    private static IEnumerable<string> ThreatIds(ModelIndex model) => model.Definition.Needs.Where(need => need.Kind != NeedKind.Level).Select(need => need.Id);
}
