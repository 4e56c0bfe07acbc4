namespace IsolationModel;

/// <summary>Something by name that a workload can need: a threat, a level, a scenario, a compatibility, a Pod Security Standard.</summary>
public abstract class NeedTerm
{
    private protected NeedTerm(Model model, string token, string name) => (Model, Token, Name) = (model, token, name);

    /// <summary>The model that defines it.</summary>
    public Model Model { get; }

    /// <summary>How descriptors write it, such as <c>untrusted-code</c> or <c>level:high</c>.</summary>
    public string Token { get; }

    /// <summary>Display name in English.</summary>
    public string Name { get; }

    /// <summary>As descriptors write it.</summary>
    public sealed override string ToString() => Token;
}
