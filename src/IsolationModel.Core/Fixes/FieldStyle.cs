namespace IsolationModel.Fixes;

/// <summary>How a mapping is written.</summary>
public enum FieldStyle
{
    /// <summary>A line a field; a new one goes above the first.</summary>
    BlockBefore,

    /// <summary>A line a field; a new one goes below the first, which is a single line (<c>- name: web</c>).</summary>
    BlockAfter,

    /// <summary>In braces.</summary>
    Flow,

    /// <summary>In braces, with nothing in it yet.</summary>
    EmptyFlow,
}
