namespace IsolationModel.Workloads;

/// <summary>What a part of a workload comes from.</summary>
public enum FragmentKind
{
    /// <summary>A patch that is not applied, because what it is applied to is not known completely.</summary>
    Patch,

    /// <summary>Lines of a template that hold whatever the template is given.</summary>
    Template,

    /// <summary>Values for a template, which has effect only if the template uses them as people expect.</summary>
    Values,

    /// <summary>A file that changes workloads only where somebody loads it beside the file that has them.</summary>
    Overlay,

    /// <summary>Code that changes an object which it did not make.</summary>
    Code,

    /// <summary>Something that makes workloads, but cannot be rendered from the files of the run.</summary>
    Unrendered,
}
