namespace IsolationModel.Descriptors.Compose;

/// <summary>The files that a project may be put together from. Nothing is looked for anywhere else.</summary>
internal interface IComposeRun
{
    /// <summary>A file of Compose; null where the run has none at the path, or where it cannot be read to its end.</summary>
    ComposeSource? Find(string path);

    /// <summary>The variables of environment files within an environment; files that the run does not have say nothing.</summary>
    ComposeEnvironment Environment(ComposeEnvironment outer, IReadOnlyList<string> paths);
}
