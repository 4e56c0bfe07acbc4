using System.ComponentModel;

namespace IsolationModel;

/// <summary>
/// Marks a generated member with the entry of the model that it stands for, so that tools tell <c>Technologies.GVisor</c>, and what an overlay adds
/// to it, by their ids; not meant to be written by hand.
/// </summary>
/// <param name="kind">
/// <c>technology</c>, <c>platform</c>, <c>mechanism</c>, <c>control</c>, <c>hardware</c>, <c>family</c>, <c>need</c>, <c>wish</c>, <c>attribute</c>,
/// <c>scale-level</c>, <c>setting</c>, <c>choice</c>, <c>node-fact</c>, <c>decision-tree</c> or <c>question</c>.
/// </param>
/// <param name="id">The entry's id; of a need, the way in which descriptors write it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class ModelEntryAttribute(string kind, string id) : Attribute
{
    /// <summary>What the member stands for.</summary>
    public string Kind { get; } = kind;

    /// <summary>The entry's id; of a need, the way in which descriptors write it.</summary>
    public string Id { get; } = id;
}
