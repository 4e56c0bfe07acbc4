using IsolationModel.Data;
using IsolationModel.Evaluation;
using IsolationModel.Text;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>Fields as the API server decodes them: null is absent, and a value of a wrong type says nothing certain.</summary>
internal static class FieldValues
{
    /// <summary>Whether the field is there and not null.</summary>
    public static bool IsSet(this DataCursor field) => field is { Exists: true, IsNull: false };

    /// <summary>Where a field's value stands; where nothing was written after the colon, its key.</summary>
    public static TextRange Place(this DataCursor field) => field.Range.Length > 0 ? field.Range : field.KeyRange;

    /// <summary>Whether a boolean field is true.</summary>
    public static Truth IsTrue(this DataCursor field) => Is(field, true);

    /// <summary>Whether a boolean field is false; an absent one is neither.</summary>
    public static Truth IsFalse(this DataCursor field) => Is(field, false);

    /// <summary>Whether a text field is one of some words. An absent one is the empty text.</summary>
    public static Truth IsOneOf(this DataCursor field, params string[] words) =>
        field.IsUnresolved ? Truth.Unknown : Array.IndexOf(words, field.Text ?? string.Empty) >= 0 ? Truth.True : Truth.False;

    /// <summary>The opposite.</summary>
    public static Truth Not(this Truth truth) => (Truth)(Truth.True - truth);

    private static Truth Is(DataCursor field, bool wanted)
    {
        if (!field.IsSet())
        {
            return Truth.False;
        }

        return field.Scalar?.AsBoolean() is { } value ? (value == wanted ? Truth.True : Truth.False) : Truth.Unknown;
    }
}
