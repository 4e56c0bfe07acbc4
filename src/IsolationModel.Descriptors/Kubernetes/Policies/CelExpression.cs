using System.Globalization;
using System.Text;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>
/// A piece of CEL that knows how tightly it binds, so that brackets stand where they are needed and nowhere else. Only what every engine has is
/// written: no optional fields, no extension functions, no escapes that some reader refuses.
/// </summary>
/// <param name="Text">The text; it may go over lines.</param>
/// <param name="Binding">How tightly its outermost operator binds.</param>
internal readonly record struct CelExpression(string Text, CelBinding Binding)
{
    /// <summary>Longer ones go over lines.</summary>
    private const int Width = 120;

    public static CelExpression True { get; } = new("true", CelBinding.Primary);

    public static CelExpression False { get; } = new("false", CelBinding.Primary);

    /// <summary>A name, a call, a literal: what needs no brackets.</summary>
    public static CelExpression Primary(string text) => new(text, CelBinding.Primary);

    /// <summary>A comparison.</summary>
    public static CelExpression Relation(string text) => new(text, CelBinding.Relation);

    public static CelExpression And(params CelExpression[] parts) => Join(parts, "&&", CelBinding.And, True, False);

    public static CelExpression Or(params CelExpression[] parts) => Join(parts, "||", CelBinding.Or, False, True);

    public static CelExpression Not(CelExpression inner) =>
        inner == True ? False
        : inner == False ? True
        : inner.Binding == CelBinding.Unary && inner.Text[0] == '!' ? Primary(inner.Text.Substring(1))
        : new CelExpression("!" + inner.In(CelBinding.Unary), CelBinding.Unary);

    /// <summary>One of two, by a condition.</summary>
    public static CelExpression If(CelExpression condition, CelExpression then, CelExpression otherwise)
    {
        var (test, left, right) = (condition.In(CelBinding.Or), then.In(CelBinding.Or), otherwise.In(CelBinding.Conditional));
        return test.Length + left.Length + right.Length > Width
            ? new CelExpression($"{test}\n  ? {Indent(left)}\n  : {Indent(right)}", CelBinding.Conditional)
            : new CelExpression($"{test} ? {left} : {right}", CelBinding.Conditional);
    }

    /// <summary>Whether some item of a list passes a test.</summary>
    public static CelExpression Exists(string list, string item, CelExpression test) => test == False ? False : Macro(list, "exists", item, test);

    /// <summary>A list without the items that fail a test.</summary>
    public static CelExpression Filter(string list, string item, CelExpression test) => Macro(list, "filter", item, test);

    /// <summary>Whether a text is one of some words.</summary>
    public static CelExpression OneOf(CelExpression text, IReadOnlyCollection<string> words) => words.Count switch
    {
        0 => False,
        1 => Relation($"{text.In(CelBinding.Additive)} == {Quote(words.First())}"),
        _ => Relation($"{text.In(CelBinding.Additive)} in {List(words)}"),
    };

    /// <summary>Whether a text matches a regular expression.</summary>
    public static CelExpression Matches(string text, string pattern) => Primary($"{text}.matches({Quote(pattern)})");

    /// <summary>A list of texts.</summary>
    public static string List(IEnumerable<string> words)
    {
        var quoted = words.Select(Quote).ToList();
        var line = string.Join(", ", quoted);
        return line.Length <= Width ? $"[{line}]" : $"[\n  {string.Join(",\n  ", quoted)}]";
    }

    /// <summary>A literal. Whatever is not printable ASCII is escaped, so that it cannot pass for anything else.</summary>
    public static string Quote(string text)
    {
        var literal = new StringBuilder("'");
        foreach (var c in text)
        {
            if (c is '\'' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (c is < ' ' or > '~')
            {
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                literal.Append(c);
            }
        }

        return literal.Append('\'').ToString();
    }

    /// <summary>The text as an operand of an operator that binds this tightly.</summary>
    public string In(CelBinding outer) => Binding < outer ? Text.IndexOf('\n') < 0 ? $"({Text})" : $"(\n  {Indent(Text)})" : Text;

    private static CelExpression Macro(string list, string macro, string item, CelExpression body) =>
        Primary(body.Text.IndexOf('\n') >= 0 || list.Length + body.Text.Length > Width ? $"{list}.{macro}({item},\n  {Indent(body.Text)})" : $"{list}.{macro}({item}, {body.Text})");

    private static CelExpression Join(CelExpression[] parts, string mark, CelBinding binding, CelExpression neutral, CelExpression decisive)
    {
        var kept = parts.Where(part => part != neutral).Distinct().ToList();
        if (kept.Contains(decisive))
        {
            return decisive;
        }

        if (kept.Count < 2)
        {
            return kept.Count == 0 ? neutral : kept[0];
        }

        var texts = kept.ConvertAll(part => part.In(binding));
        var isLong = texts.Sum(static text => text.Length) > Width || texts.Exists(static text => text.IndexOf('\n') >= 0);
        return new CelExpression(string.Join(isLong ? $"\n{mark} " : $" {mark} ", texts), binding);
    }

    private static string Indent(string text) => text.Replace("\n", "\n  ");
}
