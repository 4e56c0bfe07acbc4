namespace IsolationModel.Values;

/// <summary>What a need asks of one attribute: an up-set of its values. There is no negation, so that more information never unsettles an outcome.</summary>
public abstract record Threshold
{
    private protected Threshold()
    {
    }
}
