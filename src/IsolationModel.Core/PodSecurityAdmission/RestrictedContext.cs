using IsolationModel.Data;
using IsolationModel.Evaluation;
using IsolationModel.Fixes;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>
/// The fields of the restricted level that a container lacks, added in one go: several controls ask for them, and a fix for each would add several
/// security contexts.
/// </summary>
internal static class RestrictedContext
{
    private const string SecurityContext = "securityContext";
    private const string Capabilities = "capabilities";
    private const string User = "runAsUser";
    private static readonly NewField NoEscalation = NewField.Literal("allowPrivilegeEscalation", "false");
    private static readonly NewField DropAll = NewField.Literal("drop", "[\"ALL\"]");
    private static readonly NewField DropAllCapabilities = NewField.Mapping(Capabilities, DropAll);
    private static readonly NewField NonRoot = NewField.Literal("runAsNonRoot", "true");
    private static readonly NewField Seccomp = NewField.Mapping("seccompProfile", NewField.Text("type", "RuntimeDefault"));

    /// <summary>The fix for a container; null where it cannot be edited in place.</summary>
    public static PodSecurityFix? For(PodSecurityPod pod, PodSecurityContainer container, string text)
    {
        var missing = Missing(pod, container).ToList();
        var additions = new List<FieldAddition>();
        if (pod.IsWindows == Truth.False && container.Context[Capabilities] is { Node: DataMapping } capabilities && !capabilities["drop"].Exists)
        {
            Add(additions, capabilities, text, [DropAll]);
        }

        if (missing.Count > 0)
        {
            // An empty context is null, which no field can be added to.
            var (holder, fields) = container.Context.Exists ? (container.Context, missing) : (container.Fields, [NewField.Mapping(SecurityContext, [.. missing])]);
            if (!Add(additions, holder, text, fields))
            {
                return null;
            }
        }

        return additions.Count == 0 ? null : PodSecurityFix.Add(container.Label, additions);
    }

    /// <summary>
    /// Whether a container certainly runs as root. The node refuses one that must not do so as well, so that no fix says that it must not: which other
    /// user it can run as is told by its image.
    /// </summary>
    public static bool IsRoot(PodSecurityPod pod, PodSecurityContainer container)
    {
        var own = container.Context[User];
        return (own.IsSet() ? own : pod.Context[User]).Scalar?.AsInteger() == 0;
    }

    private static IEnumerable<NewField> Missing(PodSecurityPod pod, PodSecurityContainer container)
    {
        var context = container.Context;
        // The API server refuses the fields of Linux for a pod of Windows.
        var mayBeLinux = pod.IsWindows == Truth.False;
        if (mayBeLinux && !IsWritten(context, NoEscalation.Name))
        {
            yield return NoEscalation;
        }

        if (mayBeLinux && !IsWritten(context, Capabilities))
        {
            yield return DropAllCapabilities;
        }

        if (!IsWritten(context, NonRoot.Name) && !pod.Context[NonRoot.Name].IsSet() && !IsRoot(pod, container))
        {
            yield return NonRoot;
        }

        if (mayBeLinux && !IsWritten(context, Seccomp.Name) && !pod.Context[Seccomp.Name].IsSet())
        {
            yield return Seccomp;
        }
    }

    /// <summary>Whether a field is there, if only in another case: that is mended by itself, and a second one beside it would be one too many.</summary>
    private static bool IsWritten(DataCursor context, string name) =>
        context[name].Exists || (context.Node is DataMapping mapping && mapping.Entries.Any(entry => string.Equals(entry.Key.Value, name, StringComparison.OrdinalIgnoreCase)));

    private static bool Add(List<FieldAddition> additions, DataCursor holder, string text, IReadOnlyList<NewField> fields)
    {
        if (FieldSlot.Of(holder, text) is not { } slot)
        {
            return false;
        }

        additions.Add(new FieldAddition(slot, fields));
        return true;
    }
}
