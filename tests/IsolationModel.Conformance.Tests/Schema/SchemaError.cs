namespace IsolationModel.Conformance.Schema;

/// <summary>A place that a schema refuses. Branches of alternatives that do not fit are told as well.</summary>
/// <param name="Place">JSON pointer of the place in the document.</param>
/// <param name="Message">The reason in the words of the validator.</param>
internal sealed record SchemaError(string Place, string Message)
{
    /// <summary>For messages of failing tests.</summary>
    public override string ToString() => $"{(Place.Length == 0 ? "/" : Place)}: {Message}";
}
