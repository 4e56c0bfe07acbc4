using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>A container of a pod, whichever list holds it.</summary>
internal sealed class PodSecurityContainer(DataCursor fields, string label, bool isEphemeral)
{
    /// <summary>The container.</summary>
    public DataCursor Fields { get; } = fields;

    /// <summary>How messages call it: <c>init container 'setup'</c>.</summary>
    public string Label { get; } = label;

    /// <summary>Whether it is an ephemeral container.</summary>
    public bool IsEphemeral { get; } = isEphemeral;

    /// <summary>Its security context.</summary>
    public DataCursor Context { get; } = fields["securityContext"];

    /// <summary>Its name, or null.</summary>
    public string? Name => Fields["name"].Text;

    /// <summary>Where it should have said what it does not say.</summary>
    public TextRange Absence => Context.Exists ? Context.KeyRange : Fields["name"] is { Exists: true } name ? name.Range : Fields.Range;
}
