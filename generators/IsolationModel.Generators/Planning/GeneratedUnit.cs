namespace IsolationModel.Generators.Planning;

/// <summary>What the compilation gets as a whole: a file, or the failure to decide on files. Equal ones are not written again.</summary>
internal abstract record GeneratedUnit;
