using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>Fields of a Pod in CEL, each with the guards without which an absent one would be an error.</summary>
internal static class PodFields
{
    /// <summary>The container that an expression is about.</summary>
    public const string Container = "c";

    /// <summary>The pod spec.</summary>
    public const string Spec = "variables." + PolicyVariables.Spec;

    private const string Context = "securityContext";

    /// <summary>Whether a field is there, with all that it lies in.</summary>
    public static CelExpression Has(string root, params string[] path)
    {
        var guards = new List<CelExpression>();
        foreach (var field in path)
        {
            root = $"{root}.{field}";
            guards.Add(Primary($"has({root})"));
        }

        return And([.. guards]);
    }

    /// <summary>Whether a flag is there and on.</summary>
    public static CelExpression IsOn(string root, params string[] path) => And(Has(root, path), Primary($"{root}.{string.Join(".", path)}"));

    /// <summary>Whether a flag is there and off.</summary>
    public static CelExpression IsOff(string root, params string[] path) => And(Has(root, path), Not(Primary($"{root}.{string.Join(".", path)}")));

    /// <summary>A field of the container's security context where it is there, else the Pod's, else something else.</summary>
    public static CelExpression Effective(string[] path, Func<string, CelExpression> then, CelExpression otherwise)
    {
        string[] whole = [Context, .. path];
        var field = string.Join(".", whole);
        return If(Has(Container, whole), then($"{Container}.{field}"), If(Has(Spec, whole), then($"{Spec}.{field}"), otherwise));
    }

    /// <summary>Whether an effective flag is on.</summary>
    public static CelExpression IsEffectivelyOn(params string[] path)
    {
        string[] whole = [Context, .. path];
        return Or(IsOn(Container, whole), And(Not(Has(Container, whole)), IsOn(Spec, whole)));
    }

    /// <summary>A flag of the container's own security context.</summary>
    public static CelExpression IsOnInContext(string field) => IsOn(Container, Context, field);
}
