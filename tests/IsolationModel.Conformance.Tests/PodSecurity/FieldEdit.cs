namespace IsolationModel.Conformance.PodSecurity;

/// <summary>A line that a sample pod has on top of what makes it conform.</summary>
/// <param name="Place">Where.</param>
/// <param name="Field">
/// <c>key: value</c> in YAML, instead of a line of the same key where there is one; <c>-key</c> takes a line away. Of the text that a finding
/// stands on, « is the start and » the end.
/// </param>
internal sealed record FieldEdit(Place Place, string Field)
{
    private string Plain => Marks.Remove(Field);

    /// <summary>The key.</summary>
    public string Key => Removes ? Field[1..] : Plain[..Plain.IndexOf(": ", StringComparison.Ordinal)].Trim('"');

    /// <summary>Whether it takes a line away.</summary>
    public bool Removes => Field.StartsWith('-');
}
