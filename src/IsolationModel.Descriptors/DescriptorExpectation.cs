namespace IsolationModel.Descriptors;

/// <summary>Why a file is looked at.</summary>
public enum DescriptorExpectation
{
    /// <summary>It lay in a folder that is searched; whether it is a descriptor has to be seen.</summary>
    Found,

    /// <summary>Somebody named it, or its name matches a descriptor pattern: if it cannot be read, that is told.</summary>
    Expected,
}
