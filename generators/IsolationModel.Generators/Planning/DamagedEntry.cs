namespace IsolationModel.Generators.Planning;

/// <summary>An entry that a file names and that is not in the model, because something in it is wrong.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Id">Its id.</param>
internal sealed record DamagedEntry(string Section, string Id);
