namespace IsolationModel.Values;

/// <summary>What a quantity measures. Quantities of different dimensions never compare.</summary>
public enum Dimension
{
    /// <summary>Time; base unit second.</summary>
    Time,

    /// <summary>Memory or storage; base unit byte.</summary>
    Information,

    /// <summary>A share of a whole; base unit 1, so that 5 % is 0.05.</summary>
    Ratio,
}
