namespace IsolationModel.Modeling;

/// <summary>The kinds of entries of a catalogue. Technologies are scored; the others explain them.</summary>
public enum EntryKind
{
    /// <summary>A runtime, or a stack of platform and runtime.</summary>
    Technology,

    /// <summary>A product that starts or manages workloads.</summary>
    Platform,

    /// <summary>A technique of kernels and processors that technologies are built on.</summary>
    Mechanism,

    /// <summary>A product that watches workloads or enforces policy.</summary>
    Control,

    /// <summary>A device, or a feature of a processor.</summary>
    Hardware,
}
