namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>How tightly operators of CEL bind, loosest first (cel-spec, langdef.md, "Syntax").</summary>
internal enum CelBinding
{
    /// <summary><c>a ? b : c</c>.</summary>
    Conditional,

    /// <summary><c>a || b</c>.</summary>
    Or,

    /// <summary><c>a &amp;&amp; b</c>.</summary>
    And,

    /// <summary><c>a == b</c>, <c>a in b</c>.</summary>
    Relation,

    /// <summary><c>a + b</c>.</summary>
    Additive,

    /// <summary><c>!a</c>.</summary>
    Unary,

    /// <summary>Names, calls, literals, brackets.</summary>
    Primary,
}
