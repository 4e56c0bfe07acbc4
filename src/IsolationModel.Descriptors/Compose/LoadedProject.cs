namespace IsolationModel.Descriptors.Compose;

/// <summary>A project that is put together.</summary>
/// <param name="Project">Its files.</param>
/// <param name="Model">What they say together.</param>
/// <param name="Space">What is known of its nodes.</param>
/// <param name="File">What was found while it was put together.</param>
/// <param name="Named">The files that it names beside its own.</param>
/// <param name="Included">Those among them that are projects themselves.</param>
internal sealed record LoadedProject(
    ComposeProject Project,
    ComposeModel Model,
    ComposeSpace Space,
    DescriptorFileBuilder File,
    IReadOnlyCollection<string> Named,
    IReadOnlyCollection<string> Included);
