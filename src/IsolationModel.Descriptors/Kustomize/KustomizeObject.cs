using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>An object on its way through kustomizations.</summary>
internal sealed class KustomizeObject
{
    private readonly IReadOnlyList<ObjectId> _ids;

    /// <summary>Takes an object as its file has it.</summary>
    public KustomizeObject(DataMapping root, ObjectId id, string sourceFile)
        : this(root, id, [id], sourceFile)
    {
    }

    private KustomizeObject(DataMapping root, ObjectId id, IReadOnlyList<ObjectId> ids, string sourceFile) =>
        (Root, Id, _ids, SourceFile) = (root, id, ids, sourceFile);

    /// <summary>What it is by now.</summary>
    public DataMapping Root { get; }

    /// <summary>What it is called now.</summary>
    public ObjectId Id { get; }

    /// <summary>What its file calls it.</summary>
    public ObjectId FirstId => _ids[0];

    /// <summary>The file that it comes from.</summary>
    public string SourceFile { get; }

    /// <summary>The object with a changed tree, its former name remembered.</summary>
    public KustomizeObject With(DataMapping root)
    {
        var id = ObjectId.Of(root) ?? Id;
        return new KustomizeObject(root, id, _ids.Contains(id) ? _ids : [.. _ids, id], SourceFile);
    }

    /// <summary>Whether it is, or was, called so.</summary>
    public bool IsOrWas(ObjectId id) => _ids.Contains(id);
}
