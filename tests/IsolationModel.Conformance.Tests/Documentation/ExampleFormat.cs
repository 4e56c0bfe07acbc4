namespace IsolationModel.Conformance.Documentation;

/// <summary>What an example is.</summary>
internal enum ExampleFormat
{
    /// <summary>Kubernetes objects.</summary>
    Kubernetes,

    /// <summary>A file of Compose.</summary>
    Compose,

    /// <summary>C# code that uses the library.</summary>
    Code,

    /// <summary>An overlay of the model.</summary>
    Overlay,

    /// <summary>A settings file.</summary>
    Settings,

    /// <summary>A description of an input that cannot stand in a page; a recipe of the tests makes it.</summary>
    Generated,
}
