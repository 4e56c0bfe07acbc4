using System.Text;
using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>Capabilities in CEL, spelt as <see cref="PodCapabilities"/> takes them: of any case, and added ones with or without CAP_.</summary>
internal static class CapabilityReading
{
    private const string Prefix = "([Cc][Aa][Pp]_)?";
    private const string Added = PodFields.Container + ".securityContext.capabilities.add";
    private const string Dropped = PodFields.Container + ".securityContext.capabilities.drop";

    public static PodReading OfAdded { get; } = PodReading.List(SomeAdded, words => Is("a", Prefix, words));

    public static PodReading OfDropped { get; } = PodReading.List(SomeDropped, words => Is("d", string.Empty, words));

    /// <summary>Some of these is added, by its name or by ALL, and not dropped.</summary>
    public static CelExpression Keeps(IReadOnlyCollection<string> capabilities)
    {
        var named = Exists(Added, "a", Dynamic("a", Prefix, "w"));
        var all = And(Exists(Added, "a", Is("a", Prefix, ["ALL"])), Not(SomeDropped(Is("d", string.Empty, ["ALL"]))));
        var isLeft = And(Or(named, all), Not(SomeDropped(Dynamic("d", string.Empty, "w"))));
        return And(HasAdded, Exists(CelExpression.List(capabilities.Select(AnyCase)), "w", isLeft));
    }

    private static CelExpression HasAdded => PodFields.Has(PodFields.Container, "securityContext", "capabilities", "add");

    private static CelExpression SomeAdded(CelExpression test) => And(HasAdded, Exists(Added, "a", test));

    private static CelExpression SomeDropped(CelExpression test) => And(PodFields.Has(PodFields.Container, "securityContext", "capabilities", "drop"), Exists(Dropped, "d", test));

    private static CelExpression Is(string item, string prefix, IReadOnlyCollection<string> words) =>
        words.Count == 0 ? False : Matches(item, $"^{prefix}({string.Join("|", words.Select(AnyCase))})$");

    private static CelExpression Dynamic(string item, string prefix, string pattern) => Primary($"{item}.matches({Quote("^" + prefix)} + {pattern} + '$')");

    /// <summary>A name of letters, digits and underscores in any case. The flag for that is not known to every engine.</summary>
    private static string AnyCase(string name)
    {
        var pattern = new StringBuilder();
        foreach (var c in name)
        {
            var upper = char.ToUpperInvariant(c);
            pattern.Append(upper is >= 'A' and <= 'Z' ? $"[{upper}{char.ToLowerInvariant(c)}]" : c is '_' or (>= '0' and <= '9') ? c.ToString() : $"[{(c is '\\' or ']' or '^' or '[' ? "\\" : string.Empty)}{c}]");
        }

        return pattern.ToString();
    }
}
