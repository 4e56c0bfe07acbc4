using System.Globalization;
using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>JSON Patch (RFC 6902) as kustomize applies it.</summary>
internal sealed class JsonPatch(RenderSpace space)
{
    private const int MaximumPathDepth = 64;

    /// <summary>Applies one operation.</summary>
    /// <returns>The changed document; null, with the reason in <paramref name="problem"/>, when the operation does not apply.</returns>
    public DataNode? Apply(DataNode document, JsonPatchOperation operation, out string problem)
    {
        problem = $"operation '{operation.Kind}' does not apply at '{operation.PathText}'";
        if (Pointer(operation.PathText) is not { } path)
        {
            return null;
        }

        switch (operation.Kind)
        {
            case "add":
                return operation.Value is null ? null : Change(document, path, 0, Edit.Add, operation.Value, operation.Path);
            case "replace":
                return operation.Value is null ? null : Change(document, path, 0, Edit.Replace, operation.Value, operation.Path);
            case "remove":
                return Change(document, path, 0, Edit.Remove, TreeChange.Null(operation.Path), operation.Path);
            case "test":
                // What is not there is null (evanphx/json-patch).
                return TreeChange.AreEqual(Find(document, path) ?? TreeChange.Null(default), operation.Value ?? TreeChange.Null(default)) ? document : null;
            case "copy":
                return From(document, operation) is { } copied && space.SpendAll(copied) ? Change(document, path, 0, Edit.Add, copied, operation.Path) : null;
            case "move":
                return From(document, operation) is { } moved && Change(document, Pointer(operation.FromText!)!, 0, Edit.Remove, TreeChange.Null(operation.Path), operation.Path) is { } rest
                    ? Change(rest, path, 0, Edit.Add, moved, operation.Path)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The parts of a JSON Pointer (RFC 6901); null when it is none, or names the whole document.</summary>
    public static IReadOnlyList<string>? Pointer(string text)
    {
        if (text.Length == 0 || text[0] != '/')
        {
            return null;
        }

        var parts = text.Substring(1).Split('/');
        return parts.Length > MaximumPathDepth ? null : parts.Select(static part => part.Replace("~1", "/").Replace("~0", "~")).ToList();
    }

    private static DataNode? From(DataNode document, JsonPatchOperation operation) =>
        operation.FromText is { } from && Pointer(from) is { } path ? Find(document, path) : null;

    private static DataNode? Find(DataNode document, IReadOnlyList<string> path)
    {
        DataNode? node = document;
        foreach (var part in path)
        {
            node = node switch
            {
                DataMapping mapping when mapping.TryGet(part, out _, out var value) => value,
                DataSequence sequence when Index(part, sequence.Items.Count - 1) is { } index => sequence.Items[index],
                _ => null,
            };
        }

        return node;
    }

    private DataNode? Change(DataNode node, IReadOnlyList<string> path, int depth, Edit edit, DataNode value, TextRange place)
    {
        var part = path[depth];
        var isLast = depth == path.Count - 1;
        switch (node)
        {
            case DataMapping mapping when space.Spend(mapping.Entries.Count):
                var exists = mapping.TryGet(part, out var key, out var current) && current is not DataScalar { IsNull: true };
                if (isLast)
                {
                    return ChangeEntry(mapping, part, exists, edit, value, place);
                }

                return exists && Change(current!, path, depth + 1, edit, value, place) is { } inner ? TreeChange.With(mapping, key!, inner) : null;
            case DataSequence sequence when space.Spend(sequence.Items.Count):
                return ChangeItem(sequence, path, depth, edit, value, place);
            default:
                return null;
        }
    }

    private static DataMapping? ChangeEntry(DataMapping mapping, string name, bool exists, Edit edit, DataNode value, TextRange place)
    {
        if (edit == Edit.Remove)
        {
            var remains = StrategicMerge.Remains(name, place);
            return !exists ? null : remains is null ? TreeChange.Without(mapping, name) : TreeChange.With(mapping, TreeChange.Text(place, name), remains);
        }

        // As in kustomize, replacing what is not there adds it.
        return TreeChange.With(mapping, TreeChange.Text(place, name), value);
    }

    private DataSequence? ChangeItem(DataSequence sequence, IReadOnlyList<string> path, int depth, Edit edit, DataNode value, TextRange place)
    {
        var items = new List<DataNode>(sequence.Items);
        var isLast = depth == path.Count - 1;
        if (isLast && edit == Edit.Add)
        {
            if (path[depth] != "-" && Index(path[depth], items.Count) is null)
            {
                return null;
            }

            items.Insert(path[depth] == "-" ? items.Count : Index(path[depth], items.Count)!.Value, value);
            return new DataSequence(sequence.Range, items);
        }

        if (Index(path[depth], items.Count - 1) is not { } at)
        {
            return null;
        }

        if (isLast && edit == Edit.Remove)
        {
            items.RemoveAt(at);
        }
        else if ((isLast ? value : Change(items[at], path, depth + 1, edit, value, place)) is { } changed)
        {
            items[at] = changed;
        }
        else
        {
            return null;
        }

        return new DataSequence(sequence.Range, items);
    }

    private static int? Index(string part, int last) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= last ? index : null;

    private enum Edit
    {
        Add,
        Replace,
        Remove,
    }
}
