namespace IsolationModel.Cli.Answers;

/// <summary>What a name stands for.</summary>
/// <param name="Subject">What it stands for.</param>
/// <param name="Via">By which other name, told in words; null where it is its own.</param>
/// <param name="Others">What is called the same.</param>
internal sealed record Naming(Subject Subject, string? Via, IReadOnlyList<Subject> Others);
