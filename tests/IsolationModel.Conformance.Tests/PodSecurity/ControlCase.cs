namespace IsolationModel.Conformance.PodSecurity;

/// <summary>A line that violates a control in some versions. All cases whose pods are the same pod together say everything that is wrong with it.</summary>
/// <param name="Control">The control's id.</param>
/// <param name="Baseline">The versions in which a pod of the baseline level may not have it: <c>0-18</c>, <c>34-</c>, or nothing.</param>
/// <param name="Restricted">The same for the restricted level.</param>
/// <param name="Edits">The line, and what it needs around it.</param>
internal sealed record ControlCase(string Control, string Baseline, string Restricted, params IReadOnlyList<FieldEdit> Edits)
{
    /// <summary>Whether it is about one container.</summary>
    public bool IsOfContainer => Edits.Any(edit => edit.Place is Place.Container or Place.Context);

    /// <summary>The same for all cases of one pod.</summary>
    public string Pod => string.Join(" + ", Edits.Select(edit => $"{edit.Place}: {Marks.Remove(edit.Field)}").Order(StringComparer.Ordinal));

    /// <summary>Whether a level forbids it in a version.</summary>
    public bool Holds(string level, int version)
    {
        var span = level == "baseline" ? Baseline : Restricted;
        var dash = span.IndexOf('-', StringComparison.Ordinal);
        return dash >= 0
            && version >= int.Parse(span[..dash], System.Globalization.CultureInfo.InvariantCulture)
            && (dash == span.Length - 1 || version <= int.Parse(span[(dash + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }
}
