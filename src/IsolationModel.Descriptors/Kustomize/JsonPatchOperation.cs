using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>An operation of a JSON Patch.</summary>
/// <param name="Kind"><c>add</c>, <c>remove</c>, <c>replace</c>, <c>move</c>, <c>copy</c> or <c>test</c>.</param>
/// <param name="PathText">Where it acts.</param>
/// <param name="Path">The path's place.</param>
/// <param name="FromText">Where it takes its value from, or null.</param>
/// <param name="Value">Its value, or null.</param>
internal sealed record JsonPatchOperation(string Kind, string PathText, TextRange Path, string? FromText, DataNode? Value)
{
    /// <summary>The operations of a patch; null when something in it is none.</summary>
    public static IReadOnlyList<JsonPatchOperation>? Read(DataSequence patch)
    {
        var operations = new List<JsonPatchOperation>(patch.Items.Count);
        foreach (var item in patch.Items)
        {
            var cursor = new DataCursor(item);
            var path = cursor["path"];
            if (cursor["op"].Text is not { } kind || path.Text is not { } text)
            {
                return null;
            }

            operations.Add(new JsonPatchOperation(kind, text, path.Range, cursor["from"].Text, cursor["value"].Node));
        }

        return operations;
    }
}
