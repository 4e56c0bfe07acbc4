namespace IsolationModel.Generators.Planning;

/// <summary>A file that will be written, decided: the emitters only print it.</summary>
/// <param name="Header">How it begins.</param>
internal abstract record FileUnit(CodeHeader Header) : GeneratedUnit;
