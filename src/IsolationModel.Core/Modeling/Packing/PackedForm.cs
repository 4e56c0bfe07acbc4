namespace IsolationModel.Modeling.Packing;

/// <summary>
/// The packed form of a model, in one description for both directions (<see cref="PackedModel"/>): each member takes what is to be written and gives
/// it back, or ignores it and gives what was read. So what is written and what is read cannot come apart.
/// </summary>
internal abstract class PackedForm
{
    /// <summary>A whole number.</summary>
    public abstract int Number(int value);

    /// <summary>A text, or null.</summary>
    public abstract string? OptionalText(string? value);

    /// <summary>A text.</summary>
    public string Text(string? value) => OptionalText(value)!;

    /// <summary>Yes or no.</summary>
    public bool Flag(bool value) => Number(value ? 1 : 0) != 0;

    /// <summary>An exact number, with the zeros at its end.</summary>
    public decimal Amount(decimal value)
    {
        var bits = decimal.GetBits(value);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = Number(bits[i]);
        }

        return new decimal(bits);
    }

    /// <summary>Something that may be missing.</summary>
    public T? Optional<T>(T? value, Func<PackedForm, T?, T> item)
        where T : class => Flag(value is not null) ? item(this, value) : null;

    /// <summary>A list.</summary>
    public EquatableArray<T> List<T>(EquatableArray<T> values, Func<PackedForm, T?, T> item)
        where T : class, IEquatable<T>
    {
        var count = Number(values.Count);
        if (count == 0)
        {
            return default;
        }

        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = item(this, i < values.Count ? values[i] : null);
        }

        return new EquatableArray<T>(items);
    }

    /// <summary>A list of texts.</summary>
    public EquatableArray<string> Texts(EquatableArray<string> values)
    {
        var count = Number(values.Count);
        if (count == 0)
        {
            return default;
        }

        var items = new string[count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Text(i < values.Count ? values[i] : null);
        }

        return new EquatableArray<string>(items);
    }
}
